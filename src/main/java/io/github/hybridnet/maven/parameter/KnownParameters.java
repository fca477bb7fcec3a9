package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The parameters of some goals, as the plugin's own descriptor has them: what a goal gets by a new
 * {@code @Parameter} is known by itself.
 */
final class KnownParameters {
  /** What the names of properties begin with. */
  static final String PREFIX = "hybridnet.";

  private final List<KnownParameter> all;

  /**
   * A parameter that some goal of this plugin has.
   *
   * @param element its element in {@code <configuration>}
   * @param property its property, empty if it has none of this plugin's
   * @param isBoolean whether it is true or false
   */
  record KnownParameter(String element, String property, boolean isBoolean) {
    String lastPart() {
      return property.substring(property.lastIndexOf('.') + 1);
    }

    /** Whether this is what a word without its prefix means. */
    private boolean isCalled(String word) {
      return word.equalsIgnoreCase(element) || word.equalsIgnoreCase(lastPart());
    }
  }

  private KnownParameters(List<KnownParameter> all) {
    this.all = List.copyOf(all);
  }

  /** The parameters of these goals. */
  static KnownParameters of(Collection<MojoDescriptor> goals) {
    List<KnownParameter> all = new ArrayList<>();
    for (MojoDescriptor goal : goals) {
      PlexusConfiguration configuration = goal.getMojoConfiguration();
      for (PlexusConfiguration each :
          configuration == null ? new PlexusConfiguration[0] : configuration.getChildren()) {
        String value = each.getValue("");
        if (value.startsWith("${") && value.endsWith("}")) {
          String name = value.substring(2, value.length() - 1);
          all.add(
              new KnownParameter(
                  each.getName(),
                  name.startsWith(PREFIX) ? name : "",
                  "boolean".equals(each.getAttribute("implementation"))));
        }
      }
    }
    return new KnownParameters(all);
  }

  /** All of them; one that several goals have is there several times. */
  List<KnownParameter> all() {
    return all;
  }

  boolean hasProperty(String name) {
    return all.stream().anyMatch(k -> k.property().equals(name));
  }

  boolean hasElement(String name) {
    return all.stream().anyMatch(k -> k.element().equals(name));
  }

  /** The property that was probably meant by an unknown one; several where that is not clear. */
  Optional<String> nearestProperty(String unknown) {
    String word = unknown.substring(Math.min(PREFIX.length(), unknown.length()));
    String last = present(word.substring(word.lastIndexOf('.') + 1));
    List<String> same =
        properties(
            Stream.of(word, last).filter(w -> all.stream().anyMatch(k -> k.isCalled(w))).toList());
    if (!same.isEmpty() && same.size() < 3) {
      return Optional.of(String.join(" or ", same));
    }
    List<String> words =
        all.stream()
            .map(KnownParameter::property)
            .filter(p -> !p.isEmpty())
            .map(p -> p.substring(PREFIX.length()))
            .toList();
    String nearest = SpellingSuggestion.to(word, words);
    if (nearest != null) {
      return Optional.of(PREFIX + nearest);
    }
    String part = SpellingSuggestion.to(last, all.stream().map(KnownParameter::lastPart).toList());
    return part == null ? Optional.empty() : properties(List.of(part)).stream().findFirst();
  }

  private static String present(String word) {
    return RenamedParameters.now(word).orElse(word);
  }

  private List<String> properties(List<String> words) {
    return all.stream()
        .filter(k -> !k.property().isEmpty() && words.stream().anyMatch(k::isCalled))
        .map(KnownParameter::property)
        .distinct()
        .sorted()
        .toList();
  }

  /** The element that was probably meant by an unknown one. */
  Optional<String> nearestElement(String unknown) {
    String last = present(unknown.substring(unknown.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    return all.stream()
        .filter(k -> k.isCalled(last))
        .map(KnownParameter::element)
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(
                    SpellingSuggestion.to(
                        unknown, all.stream().map(KnownParameter::element).toList())));
  }
}
