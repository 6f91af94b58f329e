/** The same service without a framework, in Java 8 byte code, for the JDKs that Spring Boot no longer runs on. */
package dev.headcount.demo.plain;
