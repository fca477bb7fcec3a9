package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.CloudException.Kind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What can be done about the service's error codes. Which of them pass is known from recorded
 * traffic and from reports; every other one is final.
 */
final class ErrorKindClassifier {
  /** A busy resource refuses with these, whatever their status. */
  private static final Set<String> BUSY =
      Set.of(
          "AnotherOperationInProgress",
          "ConflictingConcurrentWriteNotAllowed",
          "RetryableError",
          "RetryableErrorDueToAnotherOperation",
          "ReferencedResourceNotProvisioned",
          "UpdateAttemptedWithStaleTimeStamp");

  /** Somebody else wrote the resource meanwhile: what stands must be read anew. */
  private static final Set<String> OVERTAKEN = Set.of("CanceledAndSupersededDueToAnotherOperation");

  /** The cause of a failure, which the service may wrap in a more general one. */
  private static final Set<String> CAUSES = Set.of("VmssGatewayDeploymentFailed");

  /** Refusals that come with a status that promises more. */
  private static final Set<String> FINAL = Set.of("SubscriptionNotRegistered");

  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private ErrorKindClassifier() {}

  /** About a refused request. */
  static Kind ofRefusal(int status, ArmErrorBody error) {
    if (FINAL.contains(error.code())) {
      return Kind.REFUSED;
    }
    if (has(error, OVERTAKEN::contains)) {
      return Kind.CONFLICT;
    }
    return has(error, BUSY::contains) ? Kind.BUSY : ofStatus(status);
  }

  /** About an operation that was accepted and ended badly. */
  static Kind ofFailure(ArmErrorBody error) {
    if (has(error, OVERTAKEN::contains)) {
      return Kind.CONFLICT;
    }
    return has(error, BUSY::contains) ? Kind.BUSY : Kind.FAILED;
  }

  /** About an answer that has no code. */
  static Kind ofStatus(int status) {
    return switch (status) {
      case UNAUTHENTICATED, FORBIDDEN -> Kind.UNAUTHORIZED;
      case PRECONDITION_FAILED -> Kind.CONFLICT;
      case REQUEST_TIMEOUT, TOO_MANY -> Kind.BUSY;
      default -> status >= SERVER_ERROR ? Kind.BUSY : Kind.REFUSED;
    };
  }

  /** The code that tells most: one that decides what can be done, else the outer one. */
  static String telling(ArmErrorBody error) {
    return codes(error)
        .filter(c -> BUSY.contains(c) || OVERTAKEN.contains(c) || CAUSES.contains(c))
        .findFirst()
        .orElse(error.code());
  }

  private static boolean has(ArmErrorBody error, Predicate<String> wanted) {
    return codes(error).anyMatch(wanted);
  }

  private static Stream<String> codes(ArmErrorBody error) {
    return Stream.concat(Stream.of(error.code()), error.detailCodes().stream());
  }
}
