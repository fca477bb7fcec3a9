package io.github.hybridnet.arm;

import io.github.hybridnet.text.PrintableText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a cloud answered instead of doing what it was asked. Its message holds no secret. */
public final class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int UNAUTHENTICATED = 401;
  private static final int NOT_FOUND = 404;
  private static final int NO_ANSWER = 0;

  /** A longer text is no code. */
  private static final int LONGEST_CODE = 100;

  private final Kind kind;
  private final String code;
  private final int status;
  private final @Nullable String requestId;
  private final @Nullable Duration retryAfter;

  /** What the caller can do about it. */
  public enum Kind {
    /** The service refused the request; the same request will be refused again. */
    REFUSED,
    /**
     * The service is busy with this or a related resource, or throttles; the same request may
     * succeed later.
     */
    BUSY,
    /** The service accepted the request and its operation failed. */
    FAILED,
    /** We stopped waiting; the operation goes on in the cloud. */
    TIMED_OUT,
    /** The resource changed between reading and writing it. */
    CONFLICT,
    /** No answer came, or none of the service's. */
    UNREACHABLE,
    /**
     * An answer came that is not the service's, or not of the form that was asked for. It says
     * nothing: neither that something exists nor that nothing does. Of a write it is not known
     * whether it arrived.
     */
    UNREADABLE,
    /** The identity was not accepted, or may not do this. */
    UNAUTHORIZED
  }

  /**
   * Creates the exception from an answer of the service.
   *
   * @param kind what can be done
   * @param code the service's error code, such as {@code AnotherOperationInProgress}
   * @param message the service's message
   * @param answer status and headers of the answer
   * @param detail the SDK's exception, attached as suppressed
   */
  public CloudException(
      Kind kind, String code, String message, Answer answer, @Nullable Throwable detail) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.status = answer.status();
    this.requestId = answer.requestId();
    this.retryAfter = answer.retryAfter();
    if (detail != null) {
      addSuppressed(detail);
    }
  }

  /**
   * A failure that this plugin finds itself, without an answer of Azure's.
   *
   * @param code one of {@link OwnErrorCode}, or another that Azure does not have
   */
  public static CloudException ofOurs(Kind kind, String code, String message) {
    return new CloudException(kind, code, message, Answer.NONE, null);
  }

  /**
   * What else the answer said.
   *
   * @param status the HTTP status, 0 when there was no answer
   * @param requestId {@code x-ms-request-id}, for a support case
   * @param retryAfter when to try again, or null
   */
  public record Answer(int status, @Nullable String requestId, @Nullable Duration retryAfter) {
    /** No answer at all. */
    public static final Answer NONE = new Answer(0, null, null);
  }

  /** What can be done. */
  public Kind kind() {
    return kind;
  }

  /** Whether the identity was accepted and may not do this. */
  public boolean isForbidden() {
    return kind == Kind.UNAUTHORIZED && !isSignInLost();
  }

  /**
   * Whether nobody is signed in: no token could be fetched, or the service did not accept it. That
   * says nothing about rights, and it may pass.
   */
  public boolean isSignInLost() {
    return kind == Kind.UNAUTHORIZED && (status == UNAUTHENTICATED || status == NO_ANSWER);
  }

  /** The service's error code. */
  public String code() {
    return code;
  }

  /**
   * Code, message and request id as part of a sentence: {@code (Code) message [request id r]}. It
   * is one line and ends without a full stop. What could steer a terminal or a build server is
   * escaped.
   */
  public String inWords() {
    String message = PrintableText.line(String.valueOf(getMessage()).strip());
    boolean isEnded = message.endsWith(".") && !message.endsWith("..");
    return "("
        + PrintableText.line(code, LONGEST_CODE)
        + ") "
        + (isEnded ? message.substring(0, message.length() - 1) : message)
        + requestId().map(id -> " [request id " + PrintableText.line(id) + "]").orElse("");
  }

  /**
   * The sentence that something cannot be read, with code, message and request id.
   *
   * @param what begins the sentence, such as {@code The tags of the resource group rg}
   */
  public String cannotBeRead(String what) {
    return what + " cannot be read: " + inWords() + ".";
  }

  /** Whether Azure says that the resource does not exist. Any other 404 says nothing about it. */
  public boolean isAbsent() {
    return status == NOT_FOUND && ErrorCode.ABSENT.contains(code);
  }

  /** Whether the same request may succeed later without anybody doing something. */
  public boolean mayPass() {
    return switch (kind) {
      case REFUSED -> false;
      case UNAUTHORIZED -> isSignInLost();
      case BUSY, FAILED, TIMED_OUT, CONFLICT, UNREACHABLE, UNREADABLE -> true;
    };
  }

  /** The same failure, of another kind. */
  public CloudException as(Kind other) {
    return copy(other, String.valueOf(getMessage()));
  }

  /** The same failure, with another message. */
  public CloudException withMessage(String message) {
    return copy(kind, message);
  }

  private CloudException copy(Kind other, String message) {
    CloudException copy =
        new CloudException(other, code, message, new Answer(status, requestId, retryAfter), null);
    for (Throwable detail : getSuppressed()) {
      copy.addSuppressed(detail);
    }
    return copy;
  }

  /** The HTTP status, 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** The service's request id. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** When to try again. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
