package dev.pinion.spring.boot.library;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that has Pinion's starter and blocking JPA, and entities beside its main class. */
@SpringBootApplication
public class LibraryApplication {
}
