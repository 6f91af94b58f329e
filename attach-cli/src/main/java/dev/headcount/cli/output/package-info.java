/** What answers look like: tables for people, JSON for programs. */
package dev.headcount.cli.output;
