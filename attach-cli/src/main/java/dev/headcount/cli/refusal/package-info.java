/** How a command says no: the exit codes, and the exception that carries one with its reason and the next step. */
package dev.headcount.cli.refusal;
