package io.github.hybridnet.drill.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads probes as users write them. */
public final class ProbeListParser {
  private ProbeListParser() {}

  /**
   * The probes, in the order in which they are written.
   *
   * @param written such as {@code tcp://10.20.1.4:443} or {@code web=https://app.example/health};
   *     blank ones are left out
   * @throws io.github.hybridnet.text.UserException HN5050 with everything that is wrong
   */
  public static List<ProbeSpec> parse(List<@Nullable String> written) {
    List<String> texts =
        written.stream().filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    Map<String, ProbeSpec> specs = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String place = "probe " + (i + 1) + " ('" + ProbeText.shown(texts.get(i)) + "'): ";
      try {
        ProbeSpec spec = ProbeParser.parse(texts.get(i));
        if (specs.putIfAbsent(spec.name(), spec) != null) {
          mistakes.add(place + "another probe has the same name '" + spec.name() + "'");
        }
      } catch (ProbeSyntaxException e) {
        mistakes.add(place + e.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw ProbeProblems.malformed(mistakes);
    }
    return List.copyOf(specs.values());
  }
}
