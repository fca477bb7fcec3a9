package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ErrorCode;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What can be done about an error of the service, by its code and its status. A code that {@link
 * ErrorCode} does not know is final.
 */
final class ErrorKindClassifier {
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private ErrorKindClassifier() {}

  /** The kind of a refused request. */
  static Kind ofRefusal(int status, ArmErrorBody error) {
    if (ErrorCode.FINAL.contains(error.code())) {
      return Kind.REFUSED;
    }
    if (has(error, ErrorCode.OVERTAKEN::contains)) {
      return Kind.CONFLICT;
    }
    return has(error, ErrorCode.BUSY::contains) ? Kind.BUSY : ofStatus(status);
  }

  /** The kind of an operation that was accepted and failed. */
  static Kind ofFailure(ArmErrorBody error) {
    if (has(error, ErrorCode.OVERTAKEN::contains)) {
      return Kind.CONFLICT;
    }
    return has(error, ErrorCode.BUSY::contains) ? Kind.BUSY : Kind.FAILED;
  }

  /** The kind of an answer without an error code. */
  static Kind ofStatus(int status) {
    return switch (status) {
      case UNAUTHENTICATED, FORBIDDEN -> Kind.UNAUTHORIZED;
      case PRECONDITION_FAILED -> Kind.CONFLICT;
      case REQUEST_TIMEOUT, TOO_MANY -> Kind.BUSY;
      default -> status >= SERVER_ERROR ? Kind.BUSY : Kind.REFUSED;
    };
  }

  /** The most specific code: one that decides what can be done, else the outer one. */
  static String mostSpecific(ArmErrorBody error) {
    return codes(error)
        .filter(
            c ->
                ErrorCode.BUSY.contains(c)
                    || ErrorCode.OVERTAKEN.contains(c)
                    || ErrorCode.CAUSES.contains(c))
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
