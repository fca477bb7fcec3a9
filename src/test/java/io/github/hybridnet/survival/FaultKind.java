package io.github.hybridnet.survival;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can go wrong, and at which moments.
 *
 * @param name for counts
 * @param effect as a rule says it
 * @param phases at which moments it can
 * @param impatient whether the run must stop waiting before the fault is over
 */
record FaultKind(String name, String effect, List<Boundary.Phase> phases, boolean impatient) {
  private static final List<Boundary.Phase> REQUESTS =
      List.of(Boundary.Phase.BEFORE, Boundary.Phase.POLLING, Boundary.Phase.SIGN_IN);
  private static final List<Boundary.Phase> EVERYWHERE =
      List.of(
          Boundary.Phase.BEFORE,
          Boundary.Phase.AFTER,
          Boundary.Phase.POLLING,
          Boundary.Phase.SIGN_IN);
  private static final List<Boundary.Phase> ANSWERS =
      List.of(Boundary.Phase.AFTER, Boundary.Phase.POLLING);
  private static final List<Boundary.Phase> ACCESS =
      List.of(Boundary.Phase.BEFORE, Boundary.Phase.POLLING);
  private static final List<Boundary.Phase> END = List.of(Boundary.Phase.END);

  /** Every kind. */
  static List<FaultKind> all() {
    return Stream.of(statuses(), connections(), access(), operations())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FaultKind> statuses() {
    return List.of(
        kind("408", status(408, "\"code\": \"RequestTimeout\""), EVERYWHERE),
        kind("409 busy", status(409, "\"code\": \"AnotherOperationInProgress\""), REQUESTS),
        kind("412", status(412, "\"code\": \"PreconditionFailed\""), REQUESTS),
        kind("429", status(429, "\"code\": \"RetryableError\""), REQUESTS),
        kind("429 with Retry-After", status(429, "\"retryAfter\": 7"), REQUESTS),
        kind(
            "429 with a date",
            status(429, "\"retryAfter\": 7, \"retryAfterAs\": \"httpDate\""),
            REQUESTS),
        kind("500", status(500, "\"code\": \"InternalServerError\""), EVERYWHERE),
        kind("502", status(502, "\"code\": \"BadGateway\""), EVERYWHERE),
        kind("503", status(503, "\"retryAfter\": 3"), EVERYWHERE),
        kind("504", status(504, "\"code\": \"GatewayTimeout\""), EVERYWHERE));
  }

  private static List<FaultKind> connections() {
    return List.of(
        kind("reset", "{\"reset\": {}}", EVERYWHERE),
        kind("reset after headers", "{\"reset\": {\"at\": \"afterHeaders\"}}", ANSWERS),
        kind("truncated", "{\"truncate\": {}}", ANSWERS),
        kind("a proxy's page", "{\"malformed\": {}}", EVERYWHERE),
        kind("half a JSON", "{\"malformed\": {\"as\": \"json\"}}", EVERYWHERE));
  }

  private static List<FaultKind> access() {
    return List.of(
        kind("rejected token", "{\"rejectToken\": {}}", ACCESS),
        kind("expired tokens", "{\"expireTokens\": {}}", ACCESS),
        kind("refused sign-in", "{\"refuseSignIn\": {}}", List.of(Boundary.Phase.SIGN_IN)));
  }

  private static List<FaultKind> operations() {
    return List.of(
        kind("lost operation", "{\"lostOperation\": {}}", List.of(Boundary.Phase.POLLING)),
        kind("failed operation", "{\"failOperation\": {}}", END),
        kind("canceled operation", "{\"cancelOperation\": {}}", END),
        // Longer than the limit of such a run, shorter than that of the next one.
        new FaultKind("stuck operation", "{\"stuckOperation\": {\"for\": \"PT15M\"}}", END, true));
  }

  private static FaultKind kind(String name, String effect, List<Boundary.Phase> phases) {
    return new FaultKind(name, effect, phases, false);
  }

  private static String status(int status, String more) {
    return String.format(Locale.ROOT, "{\"status\": {\"status\": %d, %s}}", status, more);
  }
}
