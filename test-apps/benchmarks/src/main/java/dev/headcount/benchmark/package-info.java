/** What the agent costs, each figure beside the same thing without it, measured in one run. */
package dev.headcount.benchmark;
