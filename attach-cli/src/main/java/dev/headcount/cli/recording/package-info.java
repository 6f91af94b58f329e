/** Recordings in folders: what was seen of pools, written as scenarios that a replay reads. */
package dev.headcount.cli.recording;
