package io.github.hybridnet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the goals and the simulator take for true about Azure, and what says so. */
final class BeliefLedger {
  static final Path FILE = Path.of("src/beliefs/azure-behaviour.json");

  private BeliefLedger() {}

  /**
   * A source.
   *
   * @param kind recording, document, public issue, report, or inferred
   * @param where the recording, the page, or repository and number
   * @param date as far as it is known, else empty
   * @param says in our own words; error codes and texts of Azure are quoted
   */
  record Evidence(String kind, String where, String date, String says) {}

  /**
   * Something that only Azure knows.
   *
   * @param codes error codes that the statement is about
   * @param goals whose decisions depend on it; none if it concerns the simulator alone
   * @param decision what depends on it
   * @param classes where that is decided
   * @param sure certain, likely, or unknown
   * @param variants NAME=VALUE of the simulator, the ways in which Azure may behave
   * @param noVariants why it has none; empty if it has
   * @param test the test that runs it, both ways if it has variants; empty if there is none
   */
  record Belief(
      String id,
      String subject,
      String statement,
      List<String> codes,
      List<String> goals,
      String decision,
      List<String> classes,
      String sure,
      List<Evidence> evidence,
      List<String> variants,
      String noVariants,
      String test) {
    Belief {
      codes = listed(codes);
      variants = listed(variants);
      noVariants = Objects.requireNonNullElse(noVariants, "");
      test = Objects.requireNonNullElse(test, "");
    }

    private static List<String> listed(List<String> names) {
      return names == null ? List.of() : List.copyOf(names);
    }

    /** What we inferred is no evidence. */
    boolean evidenced() {
      return evidence.stream().anyMatch(each -> !each.kind().equals("inferred"));
    }
  }

  static List<Belief> beliefs() throws IOException {
    return new ObjectMapper().readValue(FILE.toFile(), new TypeReference<List<Belief>>() {});
  }

  /** Names as code, with commas between them. */
  static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
