package io.github.hybridnet.azure.http;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Answer;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.http.transport.RetryAfterHeader;
import io.github.hybridnet.text.CauseChain;
import io.github.hybridnet.text.PrintableText;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the SDK throws, and what the service answers, into {@link CloudException}s. */
public final class CloudErrorTranslator {
  /** The header by which a support case finds a request. */
  public static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");

  private static final String PROXY = "The proxy asks for a user name and a password.";

  /** Longer texts do not help. */
  private static final int LONGEST_MESSAGE = 2_000;

  private final SecretScrubber secretScrubber;
  private final InstantSource clock;
  private final ConnectionFailureTranslator connectionFailures;

  /** Translates, with the secrets of a session taken out. */
  public CloudErrorTranslator(SecretScrubber secretScrubber, InstantSource clock) {
    this.secretScrubber = secretScrubber;
    this.clock = clock;
    this.connectionFailures = new ConnectionFailureTranslator(secretScrubber, clock);
  }

  /** Takes secrets out of texts. */
  public SecretScrubber scrubber() {
    return secretScrubber;
  }

  /** The time by which it reads dates. */
  public InstantSource clock() {
    return clock;
  }

  /** The failure that an answer reports, by its status and its error body. */
  public CloudException of(HttpResponse response) {
    return of(response, null);
  }

  /** What the SDK threw; a {@link CloudException} inside it comes out as it is. */
  public CloudException of(RuntimeException thrown) {
    for (Throwable t : CauseChain.of(thrown).toList()) {
      if (t instanceof CloudException already) {
        return already;
      }
      if (t instanceof HttpResponseException http && isError(http.getResponse())) {
        return of(http.getResponse(), thrown);
      }
      if (t instanceof IOException io) {
        return connectionFailures.of(io, thrown);
      }
      if (t instanceof InterruptedException) {
        return connectionFailures.failure(
            Kind.UNREACHABLE, OwnErrorCode.INTERRUPTED, "The build was stopped.", thrown);
      }
    }
    return CauseChain.find(thrown, ClientAuthenticationException.class).isPresent()
        ? connectionFailures.failure(
            Kind.UNAUTHORIZED, OwnErrorCode.SIGN_IN_FAILED, secretScrubber.message(thrown), thrown)
        : connectionFailures.failure(
            Kind.UNREADABLE,
            OwnErrorCode.UNREADABLE_ANSWER,
            "The answer could not be understood.",
            thrown);
  }

  /**
   * Lets an interruption be one again, where the method that waits declares it: the thread's status
   * is cleared then.
   *
   * @throws InterruptedException when there was no answer because the thread was interrupted
   */
  public static void requireNoInterruption(CloudException failure) throws InterruptedException {
    if (failure.code().equals(OwnErrorCode.INTERRUPTED)) {
      Thread.interrupted();
      throw new InterruptedException("The build was stopped.");
    }
  }

  /** An answer that is not the service's, or a temporary failure of the service. */
  public CloudException strange(HttpResponse response) {
    int status = response.getStatusCode();
    boolean passes = status == 408 || status == 429 || status >= 500;
    return status == 407 || passes || WebPage.of(response).isPresent()
        ? of(response, null)
        : new CloudException(
            Kind.UNREACHABLE,
            OwnErrorCode.UNREADABLE_ANSWER,
            UnreadableAnswers.notJson(response),
            answer(response),
            null);
  }

  /**
   * An answer that is not what was asked for. The parser quotes what it could not read, which may
   * be a secret that is not known yet.
   */
  CloudException unreadable(HttpResponse response, Exception why) {
    return UnreadableAnswers.of(UnreadableAnswers.text(response, why), answer(response));
  }

  /**
   * A success that did not come from the service, or not whole: the write may have arrived or not.
   */
  public CloudException intercepted(HttpResponse response) {
    return UnreadableAnswers.of(
        UnreadableAnswers.notJson(response) + "; whether Azure received the write is not known",
        answer(response));
  }

  /** The text of an error, without the session's secrets. */
  public String message(ArmErrorBody error) {
    return PrintableText.line(secretScrubber.clean(error.message()), LONGEST_MESSAGE);
  }

  /** An operation that ended in another state than Succeeded. */
  public CloudException failed(ArmErrorBody error, HttpResponse response) {
    return new CloudException(
        ErrorKindClassifier.ofFailure(error),
        ErrorKindClassifier.mostSpecific(error),
        message(error),
        answer(response),
        null);
  }

  private static boolean isError(@Nullable HttpResponse response) {
    return response != null && response.getStatusCode() >= 400;
  }

  private CloudException of(HttpResponse response, @Nullable RuntimeException thrown) {
    int status = response.getStatusCode();
    if (status == 407) {
      return new CloudException(
          Kind.UNREACHABLE, OwnErrorCode.PROXY_SIGN_IN, PROXY, answer(response), null);
    }
    Optional<WebPage> page = status < 500 ? WebPage.of(response) : Optional.empty();
    if (page.isPresent()) {
      // Its status is that of somebody else, and proves nothing about a resource.
      return CloudException.ofOurs(
          Kind.UNREACHABLE,
          OwnErrorCode.WEB_PAGE,
          secretScrubber.clean(UnreadableAnswers.foreign(response, page.get())));
    }
    String body = response.getBodyAsBinaryData().toString();
    Optional<ArmErrorBody> error = ArmErrorBody.parse(body);
    String code = error.map(ErrorKindClassifier::mostSpecific).orElse("Http" + status);
    String message =
        error
            .map(this::message)
            .orElse(
                "HTTP "
                    + status
                    + " without a description, from "
                    + response.getRequest().getUrl().getHost());
    return new CloudException(
        error
            .map(e -> ErrorKindClassifier.ofRefusal(status, e))
            .orElse(ErrorKindClassifier.ofStatus(status)),
        code,
        message,
        answer(response),
        thrown == null ? null : secretScrubber.clean(thrown));
  }

  private Answer answer(HttpResponse response) {
    return new Answer(
        response.getStatusCode(),
        response.getHeaders().getValue(REQUEST_ID),
        RetryAfterHeader.of(response.getHeaders(), clock.instant()).orElse(null));
  }
}
