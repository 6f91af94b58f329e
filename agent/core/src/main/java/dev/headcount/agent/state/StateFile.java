package dev.headcount.agent.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;

/**
 * One path: read by whoever likes, written by one process at a time.
 *
 * <p>Law: a reader sees the old content or the new one, whole, whenever the writer or the machine stops: it is
 * written beside, forced to the disk, and then takes the old one's name. The right to write is a lock on {@code
 * PATH.lock}, which the system drops with its process; the empty file stays, since taking it away would let two
 * processes lock two files of one name. What is not a file of ours is never written.
 * Threads: one.
 */
final class StateFile {

    /** Two weeks of some 800 pools; what is longer is another file, named by mistake. */
    static final int BYTES_MAX = 16 << 20;

    private final Path path;
    private FileChannel lockChannel;
    private FileLock lock;

    /** @throws Unusable where this system can have no such path */
    StateFile(String path) throws Unusable {
        try {
            this.path = Paths.get(path).toAbsolutePath();
        } catch (InvalidPathException wrong) {
            throw new Unusable("is no path: " + wrong.getMessage(), /* isReplaceable= */ false);
        }
    }

    /** What was kept; empty where there is no file yet. */
    List<Entry> read() throws Unusable {
        try {
            if (!Files.exists(path)) {
                return Collections.emptyList();
            }
            if (!Files.isRegularFile(path)) { // a pipe would hold us up, and a device be replaced
                throw new Unusable("is not a regular file", /* isReplaceable= */ false);
            }
            if (Files.size(path) > BYTES_MAX) {
                throw new Unusable("has more than " + BYTES_MAX + " bytes", /* isReplaceable= */ false);
            }
            byte[] content = Files.readAllBytes(path);
            return content.length == 0 ? Collections.<Entry>emptyList() : StateText.read(content);
        } catch (IOException unreadable) {
            throw new Unusable("cannot be read: " + unreadable, /* isReplaceable= */ false);
        }
    }

    /** Makes sure that we are the one who writes. */
    void lock() throws Unusable {
        if (lock != null) {
            return;
        }
        Path lockPath = beside(".lock");
        try {
            lockChannel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException ours) { // another agent in this very process
            lock = null;
        } catch (IOException refused) {
            close();
            throw new Unusable("cannot be written: " + refused, /* isReplaceable= */ false);
        }
        if (lock == null) {
            close();
            throw new Unusable("is another process's, which holds " + lockPath, /* isReplaceable= */ false);
        }
    }

    /** Only after {@link #lock}. */
    void write(List<Entry> entries) throws Unusable {
        Path fresh = beside(".tmp");
        try {
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(StateText.write(entries, BYTES_MAX));
                while (content.hasRemaining()) {
                    out.write(content);
                }
                out.force(/* metaData= */ true);
            }
            Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new Unusable("cannot be written: " + refused, /* isReplaceable= */ false);
        }
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** Lets others write. */
    void close() {
        lock = null;
        try {
            if (lockChannel != null) {
                lockChannel.close(); // and so the lock
            }
        } catch (IOException stillOpen) {
            // The system closes it with the process.
        }
        lockChannel = null;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
