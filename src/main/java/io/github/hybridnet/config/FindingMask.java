package io.github.hybridnet.config;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes values out of findings that may be secrets in a wrong place. A value that fills a secret is
 * shown nowhere, whatever placeholder brought it. One that came from the environment is not shown
 * either where it is not valid for its place: somebody may have given a key where a name belongs. A
 * valid name, region or address is shown. What came from {@code settings.xml} is never shown.
 */
public final class FindingMask {
  private static final String MASK = "***";

  /** Shorter ones would take letters out of any sentence; they are masked in quotes alone. */
  private static final int SHORTEST = 3;

  private static final Pattern QUOTED = Pattern.compile("'([^']{4,})'");

  private final List<PlaceholderValue> borrowed;

  FindingMask(Collection<PlaceholderValue> borrowed) {
    this.borrowed = List.copyOf(borrowed);
  }

  /** The findings as they may be shown. */
  public List<Finding> mask(List<Finding> findings) {
    List<String> values = values(findings);
    return values.isEmpty() ? findings : findings.stream().map(f -> masked(f, values)).toList();
  }

  private List<String> values(List<Finding> findings) {
    Set<SourceLocation> wrong =
        findings.stream()
            .filter(f -> f.severity() != Severity.INFO)
            .map(Finding::place)
            .collect(Collectors.toSet());
    Predicate<PlaceholderValue> masked =
        b -> b.hidden() || b.fillsSecret() || (b.ofEnvironment() && wrong.contains(b.place()));
    return borrowed.stream()
        .filter(masked)
        .map(b -> b.value().strip())
        .filter(value -> !value.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Finding masked(Finding finding, List<String> values) {
    return new Finding(
        finding.code(),
        finding.severity(),
        masked(finding.message(), values),
        finding.place(),
        masked(finding.fix(), values),
        finding.source());
  }

  private static String masked(String text, List<String> values) {
    String masked = text;
    for (String value : values) {
      String shown = value.length() < SHORTEST ? "'" + value + "'" : value;
      String mask = value.length() < SHORTEST ? "'" + MASK + "'" : MASK;
      masked =
          Pattern.compile(shown, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
              .matcher(masked)
              .replaceAll(Matcher.quoteReplacement(mask));
    }
    return QUOTED
        .matcher(masked)
        .replaceAll(part -> Matcher.quoteReplacement(quoted(part.group(1), values)));
  }

  /** A part of a value, such as the name at the end of an id, tells of it as well. */
  private static String quoted(String part, List<String> values) {
    String small = part.toLowerCase(Locale.ROOT);
    boolean tells = values.stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(small));
    return "'" + (tells ? MASK : part) + "'";
  }
}
