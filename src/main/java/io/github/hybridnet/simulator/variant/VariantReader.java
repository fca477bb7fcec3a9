package io.github.hybridnet.simulator.variant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Reads which variants are chosen: a list of {@code NAME=VALUE}, {@code @FILE} with one of these a
 * line, and {@code seed:NUMBER}, which draws a value for each. What is named comes before what a
 * seed draws.
 */
public final class VariantReader {
  private static final String SEED = "seed:";

  private final List<String> problems = new ArrayList<>();
  private final Map<AzureVariant, String> named = new EnumMap<>(AzureVariant.class);
  private final Map<AzureVariant, String> drawn = new EnumMap<>(AzureVariant.class);

  private VariantReader() {}

  /**
   * The variants that this text chooses; none for a blank one.
   *
   * @throws InvalidVariantsException names all mistakes
   * @throws IOException if a file cannot be read
   */
  public static VariantChoice read(String text) throws InvalidVariantsException, IOException {
    VariantReader reader = new VariantReader();
    for (String item : text.split(",")) {
      if (item.strip().startsWith("@")) {
        reader.file(Path.of(item.strip().substring(1).strip()));
      } else {
        reader.item(item);
      }
    }
    return reader.choice();
  }

  /**
   * The variants of these names and values; {@code seed} may be among the names.
   *
   * @throws InvalidVariantsException names all mistakes
   */
  public static VariantChoice of(Map<String, String> values) throws InvalidVariantsException {
    VariantReader reader = new VariantReader();
    values.forEach(
        (name, value) -> reader.item(name.equals("seed") ? SEED + value : name + "=" + value));
    return reader.choice();
  }

  private VariantChoice choice() throws InvalidVariantsException {
    if (!problems.isEmpty()) {
      throw new InvalidVariantsException(problems);
    }
    Map<AzureVariant, String> all = new EnumMap<>(AzureVariant.class);
    all.putAll(drawn);
    all.putAll(named);
    return VariantChoice.of(all);
  }

  private void file(Path file) throws IOException {
    for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\\R")) {
      if (!line.strip().startsWith("#")) {
        item(line);
      }
    }
  }

  private void item(String item) {
    String text = item.strip();
    if (text.startsWith(SEED)) {
      seed(text.substring(SEED.length()).strip());
    } else if (!text.isEmpty()) {
      int sign = text.indexOf('=');
      String name = sign < 0 ? text : text.substring(0, sign).strip();
      AzureVariant.named(name)
          .ifPresentOrElse(
              variant -> value(variant, sign < 0 ? "" : text.substring(sign + 1).strip()),
              () -> problems.add("there is no variant '" + name + "'; there are " + names()));
    }
  }

  private void value(AzureVariant variant, String value) {
    if (!variant.choices().contains(value)) {
      problems.add(
          "'%s' must be one of %s, not '%s'"
              .formatted(variant.word(), String.join(", ", variant.choices()), value));
    } else {
      String before = named.put(variant, value);
      if (before != null && !before.equals(value)) {
        problems.add("'%s' is both '%s' and '%s'".formatted(variant.word(), before, value));
      }
    }
  }

  private void seed(String number) {
    try {
      drawn.putAll(VariantChoice.drawn(Long.parseLong(number), EnumSet.allOf(AzureVariant.class)));
    } catch (NumberFormatException e) {
      problems.add("the seed must be a whole number, not '" + number + "'");
    }
  }

  private static String names() {
    return String.join(
        ", ", EnumSet.allOf(AzureVariant.class).stream().map(AzureVariant::word).toList());
  }
}
