package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Answer;
import io.github.hybridnet.arm.CloudException.Kind;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudExceptionTest {
  private static CloudException of(Kind kind, String code, String message, int status) {
    return new CloudException(kind, code, message, new Answer(status, null, null), null);
  }

  private static String words(String code, String message, @Nullable String requestId) {
    return new CloudException(
            Kind.REFUSED, code, message, new Answer(400, requestId, null), new IOException("x"))
        .inWords();
  }

  @Test
  void codeMessageAndRequestIdArePartOfASentence() {
    assertThat(words("RetryableError", "A retryable error occured.", "r-1"))
        .isEqualTo("(RetryableError) A retryable error occured [request id r-1]");
    assertThat(words("Conflict", "It waits...", null)).isEqualTo("(Conflict) It waits...");
  }

  @Test
  void whatAzureWroteCannotSteerATerminal() {
    assertThat(words("A\u001b[2J", "one\ntwo ##vso[task.fail]", "r\rid"))
        .isEqualTo("(A\\u001b[2J) one\\ntwo \\u0023#vso[task.fail] [request id r\\rid]");
  }

  @Test
  void aTextThatIsNoCodeIsCutShort() {
    assertThat(words("x".repeat(500), "no", null))
        .isEqualTo("(" + "x".repeat(100) + "... (500 characters)) no");
  }

  @Test
  void onlyKnownCodesOf404SayThatAResourceIsAbsent() {
    assertThat(of(Kind.REFUSED, "ResourceNotFound", "", 404).isAbsent()).isTrue();
    assertThat(of(Kind.REFUSED, "ResourceNotFound", "", 400).isAbsent()).isFalse();
    assertThat(of(Kind.REFUSED, "Http404", "", 404).isAbsent()).isFalse();
  }

  @Test
  void aRefusalDoesNotPassAndALostSignInMay() {
    assertThat(of(Kind.REFUSED, "InvalidParameter", "", 400).mayPass()).isFalse();
    assertThat(of(Kind.UNAUTHORIZED, "AuthorizationFailed", "", 403).mayPass()).isFalse();
    assertThat(of(Kind.UNAUTHORIZED, "InvalidToken", "", 401).mayPass()).isTrue();
    assertThat(of(Kind.TIMED_OUT, "StillRunning", "", 0).mayPass()).isTrue();
  }

  @Test
  void aCopyKeepsTheAnswer() {
    IOException detail = new IOException("x");
    Answer answer = new Answer(409, "r-1", Duration.ofSeconds(7));
    CloudException busy =
        new CloudException(Kind.REFUSED, "Code", "message", answer, detail)
            .as(Kind.BUSY)
            .withMessage("other");

    assertThat(busy.kind()).isEqualTo(Kind.BUSY);
    assertThat(busy.inWords()).isEqualTo("(Code) other [request id r-1]");
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(busy).hasSuppressedException(detail);
  }

  @Test
  void aFailureOfOursHasNoAnswer() {
    CloudException ours = CloudException.ofOurs(Kind.TIMED_OUT, "StillRunning", "It goes on.");

    assertThat(ours.status()).isZero();
    assertThat(ours.requestId()).isEmpty();
    assertThat(ours.inWords()).isEqualTo("(StillRunning) It goes on");
  }
}
