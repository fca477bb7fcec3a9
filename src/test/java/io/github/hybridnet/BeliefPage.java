package io.github.hybridnet;

import static io.github.hybridnet.BeliefLedger.quoted;

import io.github.hybridnet.BeliefLedger.Belief;
import io.github.hybridnet.BeliefLedger.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes {@code docs/azure-behaviour.md} of the ledger. */
final class BeliefPage {
  private static final String HEAD =
      """
      # What is believed about Azure

      Goals decide by things that only Azure knows: which members an answer has, how long reads lag behind, which code a refusal has. This page has each of them with its evidence, how sure it is, and what depends on it.
      It is generated from `src/beliefs/azure-behaviour.json`; `mvn test -Dtest=BeliefPageTest -Dbeliefs.write=true` writes it anew.

      Where Azure may behave in several ways, the simulator plays them: [variants](simulator-variants.md). What a recording, a document or a public issue says is evidence. What we inferred is none.
      A recording is named by its session, a public issue by its repository and number. Dates are left out where they are not known.
      """;

  private BeliefPage() {}

  static String of(List<Belief> beliefs) {
    Map<String, List<Belief>> bySubject =
        beliefs.stream()
            .collect(
                Collectors.groupingBy(Belief::subject, LinkedHashMap::new, Collectors.toList()));
    List<String> parts = new ArrayList<>(List.of(HEAD, counts(beliefs), unevidenced(beliefs)));
    bySubject.forEach(
        (subject, those) -> {
          parts.add("## " + subject + "\n");
          those.forEach(belief -> parts.add(entry(belief)));
        });
    return String.join("\n", parts);
  }

  private static String counts(List<Belief> beliefs) {
    return "| beliefs | certain | likely | unknown | without evidence | with variants |\n"
        + "|---|---|---|---|---|---|\n| %d | %d | %d | %d | %d | %d |\n"
            .formatted(
                beliefs.size(),
                sure(beliefs, "certain"),
                sure(beliefs, "likely"),
                sure(beliefs, "unknown"),
                beliefs.stream().filter(each -> !each.evidenced()).count(),
                beliefs.stream().filter(each -> !each.variants().isEmpty()).count());
  }

  private static long sure(List<Belief> beliefs, String word) {
    return beliefs.stream().filter(each -> each.sure().equals(word)).count();
  }

  private static String unevidenced(List<Belief> beliefs) {
    return "## Without evidence\n"
        + "| belief | whose decisions depend on it | runs it |\n"
        + "|---|---|---|\n"
        + beliefs.stream()
            .filter(each -> !each.evidenced())
            .map(each -> "| [%s](#%1$s) | %s | %s |\n".formatted(each.id(), users(each), run(each)))
            .collect(Collectors.joining());
  }

  private static String users(Belief belief) {
    return belief.goals().isEmpty() ? "the simulator's clients" : quoted(belief.goals());
  }

  private static String run(Belief belief) {
    return belief.test().isEmpty() ? "no test" : "`" + belief.test() + "`";
  }

  private static String entry(Belief belief) {
    List<String> lines = new ArrayList<>();
    lines.add("### " + belief.id());
    lines.add(belief.statement());
    if (!belief.codes().isEmpty()) {
      lines.add("* **Codes:** " + quoted(belief.codes()) + ".");
    }
    lines.add("* **Sure:** " + belief.sure() + (belief.evidenced() ? "." : ", without evidence."));
    belief.evidence().forEach(each -> lines.add(source(each)));
    lines.add("* **Depends on it:** " + users(belief) + ". " + belief.decision());
    lines.add("* **Decided in:** " + quoted(belief.classes()) + ".");
    lines.add("* **Variants:** " + variants(belief) + " **Test:** " + run(belief) + ".");
    return String.join("\n", lines) + "\n";
  }

  private static String source(Evidence evidence) {
    String date = evidence.date().isEmpty() ? "" : " (" + evidence.date() + ")";
    return "* **%s:** %s%s: %s."
        .formatted(capital(evidence.kind()), evidence.where(), date, evidence.says());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String variants(Belief belief) {
    return belief.variants().isEmpty()
        ? "none. " + belief.noVariants()
        : quoted(belief.variants()) + ".";
  }
}
