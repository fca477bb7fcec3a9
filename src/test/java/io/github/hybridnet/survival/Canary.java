package io.github.hybridnet.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for secrets where none may be: as they are, and as Base64 would show them. Whatever begins
 * like a token of the simulator is a secret too.
 */
final class Canary {
  /** {"typ":"JWT" in Base64. */
  private static final String TOKEN = "eyJ0eXAiOiJKV1Qi";

  private final Map<String, String> forms = new LinkedHashMap<>();

  /** Looks for these, by name. */
  Canary(Map<String, String> secrets) {
    forms.put("a token", TOKEN);
    secrets.forEach(
        (name, secret) -> {
          forms.put(name, secret);
          String encoded =
              Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
          // The last group depends on what follows.
          forms.put(name + " in Base64", encoded.substring(0, encoded.length() - 4));
        });
  }

  /** Where they are below a directory, but for the files with these names. */
  List<String> below(Path directory, List<String> allowed) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!allowed.contains(String.valueOf(file.getFileName()))) {
          // Byte by byte, whatever the encoding.
          found.addAll(in(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
      }
    }
    return found;
  }

  /** Which of them a text holds. */
  List<String> in(String place, String text) {
    return forms.entrySet().stream()
        .filter(form -> text.contains(form.getValue()))
        .map(form -> form.getKey() + " in " + place)
        .toList();
  }
}
