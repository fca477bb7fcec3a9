package io.github.hybridnet.config;

import io.github.hybridnet.config.file.ParameterFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which properties the placeholders of parameter files name, whether the files are right or not.
 */
public final class PlaceholderNames {
  /** Parameter files have kilobytes. */
  private static final long LARGEST = 1 << 24;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\s*([^{}]+?)\\s*}");

  private PlaceholderNames() {}

  /** The names in all files of a directory; a file that cannot be read names none. */
  public static Set<String> in(Path directory) {
    Set<String> names = new TreeSet<>();
    for (ParameterFile file : ParameterFile.values()) {
      Matcher matcher = PLACEHOLDER.matcher(text(directory.resolve(file.fileName())));
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      // Whoever needs the file says what is wrong with it.
      return "";
    }
  }
}
