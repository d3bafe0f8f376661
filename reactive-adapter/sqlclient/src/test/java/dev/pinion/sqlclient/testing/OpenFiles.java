package dev.pinion.sqlclient.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that this process holds open, as Linux tells them; none on other systems. */
public final class OpenFiles {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private OpenFiles() {
  }

  /** Those in a directory; not the directory itself, which somebody else may be listing. */
  public static List<Path> in(Path directory) {
    try (Stream<Path> descriptors = Files.exists(DESCRIPTORS) ? Files.list(DESCRIPTORS) : Stream.empty()) {
      return descriptors.map(OpenFiles::target)
          .filter(file -> file.startsWith(directory) && !file.equals(directory)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a descriptor stands for; itself if it was closed since the list was read. */
  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException closed) {
      return descriptor;
    }
  }
}
