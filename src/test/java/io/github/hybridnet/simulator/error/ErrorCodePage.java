package io.github.hybridnet.simulator.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.error.ErrorCodeTable.Entry;
import io.github.hybridnet.simulator.error.ErrorCodeTable.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes {@code docs/simulator-errors.md} of the table of error codes. */
final class ErrorCodePage {
  private static final String HEAD =
      """
      # Errors of Azure that the simulator provokes

      This page has the error codes of Azure that recordings, documentation and public reports name: for networks that are joined by ExpressRoute and VPN, and for template deployments. It is generated from `src/beliefs/error-codes.json`, which has the requests
      of each in full; `mvn test -Dtest=ErrorCodeTest -Derrors.write=true` writes it anew. `ErrorCodeTest` sends these requests to a simulator and compares status, code and text.

      In a text, names in braces stand for what differs. Where Azure's text is not known, the simulator's is its own. Codes that are not Azure's are in [the ledger of beliefs](azure-behaviour.md#what-only-the-simulator-decides).
      A [fault rule](simulator-faults.md) with `status` or `failOperation` makes the simulator answer any other code.
      """;

  private ErrorCodePage() {}

  static String of(List<Entry> codes) {
    List<String> parts = new ArrayList<>(List.of(HEAD, counts(codes)));
    codes.stream().map(Entry::area).distinct().forEach(area -> parts.add(section(area, codes)));
    parts.add(without(codes));
    return String.join("\n", parts);
  }

  /** A code counts as provoked if one of its entries is. */
  static long provoked(List<Entry> codes) {
    return codes.stream().filter(Entry::provoked).map(Entry::code).distinct().count();
  }

  static long all(List<Entry> codes) {
    return codes.stream().map(Entry::code).distinct().count();
  }

  private static String counts(List<Entry> codes) {
    long byFault =
        codes.stream()
            .filter(each -> each.provoked() && each.fault())
            .map(Entry::code)
            .distinct()
            .count();
    return "Codes: %d. The simulator provokes %d of them, %d of these by a fault rule only.\n"
        .formatted(all(codes), provoked(codes), byFault);
  }

  private static String section(String area, List<Entry> codes) {
    return "## "
        + area
        + "\n| code | status | text | provoked by | evidence |\n|---|---|---|---|---|\n"
        + codes.stream()
            .filter(each -> each.area().equals(area) && each.provoked())
            .map(
                each ->
                    "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                            each.code().strip(),
                            status(each),
                            text(each),
                            last(each),
                            sources(each)))
            .collect(Collectors.joining());
  }

  private static String without(List<Entry> codes) {
    return "## Without a way to provoke them\n"
        + "| code | status | text | why | evidence |\n"
        + "|---|---|---|---|---|\n"
        + codes.stream()
            .filter(each -> !each.provoked())
            .map(
                each ->
                    "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                            each.code().strip(),
                            status(each),
                            text(each),
                            each.without(),
                            sources(each)))
            .collect(Collectors.joining());
  }

  private static String status(Entry entry) {
    String where =
        entry.operation() ? "operation" : entry.status() == 0 ? "" : String.valueOf(entry.status());
    return entry.inside().isEmpty() ? where : where + ", in `" + entry.inside() + "`";
  }

  private static String text(Entry entry) {
    return entry.text().isEmpty()
        ? "not known"
        : entry.text().strip().replace("|", "\\|").replace("<", "&lt;");
  }

  private static String last(Entry entry) {
    JsonNode step = entry.steps().get(entry.steps().size() - 1);
    String how = "`" + step.path("do").asText() + "`";
    return entry.fault() ? how + " and a fault rule" : how;
  }

  private static String sources(Entry entry) {
    return entry.evidence().stream().map(ErrorCodePage::source).collect(Collectors.joining("; "));
  }

  private static String source(Source source) {
    String date = source.date().isEmpty() ? "" : " (" + source.date() + ")";
    return source.kind() + " " + source.where() + date;
  }
}
