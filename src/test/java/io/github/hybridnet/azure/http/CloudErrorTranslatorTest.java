package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.json.JsonProviders;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.ManualTime;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudErrorTranslatorTest {
  private final SecretScrubber secretScrubber = new SecretScrubber();
  private final CloudErrorTranslator errors =
      new CloudErrorTranslator(secretScrubber, new ManualTime());

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestFormat, REFUSED",
    "400, InUseSubnetCannotBeDeleted, REFUSED",
    "400, InvalidGatewaySize, REFUSED",
    "400, InvalidGatewaySkuSpecifiedForGatewayDeploymentType, REFUSED",
    "400, InvalidJsonReferenceWrongType, REFUSED",
    "400, NetworkSecurityGroupCannotBeAttachedToGatewaySubnet, REFUSED",
    "400, ParentResourceIsInFailedState, REFUSED",
    "400, PublicIPAddressCannotBeDeleted, REFUSED",
    "400, PublicIpForGatewayIsRequired, REFUSED",
    "400, PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways, REFUSED",
    "400, PublicIpWithBasicSkuNotAllowedOnVPNGateways, REFUSED",
    "400, UpdateAttemptedWithStaleTimeStamp, BUSY",
    "400, VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration, REFUSED",
    "401, InvalidAuthenticationToken, UNAUTHORIZED",
    "403, AuthorizationFailed, UNAUTHORIZED",
    "404, ResourceNotFound, REFUSED",
    "409, AnotherOperationInProgress, BUSY",
    "409, RetryableErrorDueToAnotherOperation, BUSY",
    "409, CanceledAndSupersededDueToAnotherOperation, CONFLICT",
    "409, ConflictError, REFUSED",
    "409, ConflictingConcurrentWriteNotAllowed, BUSY",
    "409, InvalidResourceGroupLocation, REFUSED",
    "409, ResourceGroupDeletionBlocked, REFUSED",
    "412, PreconditionFailed, CONFLICT",
    "429, AnotherOperationInProgress, BUSY",
    "429, ReferencedResourceNotProvisioned, BUSY",
    "429, RetryableError, BUSY",
    "429, RetryableErrorDueToAnotherOperation, BUSY",
    "429, TooManyRequests, BUSY",
    "500, InternalServerError, BUSY",
    "502, SubscriptionNotRegistered, REFUSED",
    "503, ServiceUnavailable, BUSY"
  })
  void whatCanBeDone(int status, String code, Kind kind) {
    CloudException e = errors.of(response(status, error(code, "Text.")));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.status()).isEqualTo(status);
    assertThat(e).hasMessage("Text.");
  }

  @Test
  void aBusyResourceMayHideInTheDetails() {
    String body =
        "{\"error\":{\"code\":\"Conflict\",\"message\":\"A retryable error occurred.\",\"details\":"
            + "[{\"code\":\"RetryableErrorDueToAnotherOperation\",\"message\":\"Wait.\"}]}}";
    CloudException e = errors.of(response(400, body));
    assertThat(e.kind()).isEqualTo(Kind.BUSY);
    assertThat(e)
        .hasMessage("A retryable error occurred. RetryableErrorDueToAnotherOperation: Wait.");
  }

  @ParameterizedTest
  @CsvSource({
    "VmssGatewayDeploymentFailed, '', FAILED, VmssGatewayDeploymentFailed",
    "GatewayFailed, VmssGatewayDeploymentFailed, FAILED, VmssGatewayDeploymentFailed",
    "InvalidGatewaySize, '', FAILED, InvalidGatewaySize",
    "InternalServerError, '', FAILED, InternalServerError",
    "ServiceProviderNotProvisioned, '', FAILED, ServiceProviderNotProvisioned",
    "RetryableError, ReferencedResourceNotProvisioned, BUSY, RetryableError",
    "Conflict, AnotherOperationInProgress, BUSY, AnotherOperationInProgress",
    "Canceled, CanceledAndSupersededDueToAnotherOperation, CONFLICT,"
        + " CanceledAndSupersededDueToAnotherOperation"
  })
  void whatCanBeDoneAboutAFailedOperation(String code, String detail, Kind kind, String told) {
    ArmErrorBody error =
        new ArmErrorBody(code, "Text.", detail.isEmpty() ? List.of() : List.of(detail));
    CloudException e = errors.failed(error, response(200, ""));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.code()).isEqualTo(told);
    assertThat(e).hasMessage("Text.");
  }

  @Test
  void aLostRaceTellsWhichEtagsDiffer() {
    CloudException e =
        errors.of(
            response(
                412,
                "{\"error\":{\"code\":\"PreconditionFailed\",\"message\":\"Precondition failed.\","
                    + "\"details\":[{\"code\":\"PreconditionFailedEtagMismatch\",\"message\":\"Etag"
                    + " provided in if-match header a does not match etag b.\"}]}}"));
    assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(e.code()).isEqualTo("PreconditionFailed");
    assertThat(e)
        .hasMessage(
            "Precondition failed. PreconditionFailedEtagMismatch: Etag provided in if-match header"
                + " a does not match etag b.");
  }

  @Test
  void keepsRequestIdAndRetryAfter() {
    HttpHeaders headers =
        new HttpHeaders()
            .set(HttpHeaderName.fromString("x-ms-request-id"), "req")
            .set(HttpHeaderName.RETRY_AFTER, "11");
    CloudException e = errors.of(response(429, headers, error("RetryableError", "Later.")));
    assertThat(e.requestId()).contains("req");
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(11));
  }

  @Test
  void readsCapitalisedErrors() {
    CloudException e =
        errors.of(
            response(
                409,
                "{\"Error\":{\"Code\":\"ResourceGroupDeletionBlocked\",\"Message\":\"No.\"}}"));
    assertThat(e.code()).isEqualTo("ResourceGroupDeletionBlocked");
  }

  @Test
  void somebodyElsesErrorPageIsNamedAsSuch() {
    CloudException e = errors.of(response(502, "<html>Bad gateway</html>"));
    assertThat(e.code()).isEqualTo("Http502");
    assertThat(e).hasMessage("HTTP 502 without a description, from management.azure.com");
  }

  @Test
  void theSdksExceptionTravelsAsSuppressedAndNeverAsCause() {
    HttpResponseException thrown =
        new HttpResponseException("Status code 400", response(400, error("X", "Y.")));
    CloudException e = errors.of(thrown);
    assertThat(e.getCause()).isNull();
    assertThat(e.getSuppressed()).containsExactly(thrown);
  }

  @Test
  void secretsAreTakenOutOfTheServicesText() {
    secretScrubber.remember(Secret.of("canary-key", Secret.Source.FILE));
    HttpResponseException thrown =
        new HttpResponseException(
            "Status code 400, canary-key eyJhbGciOiJub25lIn0.eyJhIjoxfQ.sig",
            response(400, error("InvalidKey", "The key 'canary-key' is not valid.")));

    CloudException e = errors.of(thrown);

    assertThat(e).hasMessage("The key '***' is not valid.");
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("canary-key").doesNotContain("eyJhbGci");
    assertThat(trace.toString()).contains("Status code 400, *** ***");
  }

  /** The parser quotes what it read, and a key that was just read is known to nobody yet. */
  @Test
  void aBodyThatCannotBeReadIsQuotedNowhere() {
    String body = "{\"value\":canary-key}";
    IOException quoting =
        catchThrowableOfType(
            IOException.class,
            () -> JsonTree.read(JsonProviders.createReader(body.getBytes(StandardCharsets.UTF_8))));
    assertThat(quoting).hasMessageContaining("canary-key");

    StringWriter trace = new StringWriter();
    errors.unreadable(response(200, body), quoting).printStackTrace(new PrintWriter(trace));

    assertThat(trace.toString())
        .contains("the body is not the JSON that was expected")
        .doesNotContain("canary");
  }

  @Test
  void noAnswerIsUnreachable() {
    assertUnreachable(new ConnectException(), "NotConnected", "The connection was refused.");
    ConnectException unknown = new ConnectException();
    unknown.initCause(new UnresolvedAddressException());
    assertUnreachable(unknown, "UnknownHost", "The host name is not known.");
    assertUnreachable(
        new HttpTimeoutException("request timed out"), "NoAnswer", "No answer in time.");
    assertUnreachable(
        new IOException("HTTP/1.1 header parser received no bytes"),
        "ConnectionLost",
        "The connection ended before there was a complete answer.");
    assertUnreachable(
        new IOException("x", new ProtocolException("Invalid status line: canary")),
        "ConnectionLost",
        "The server did not answer with HTTP.");
    assertUnreachable(
        new IOException("Tunnel failed, got: 403"),
        "ConnectionLost",
        "The proxy refused to connect to this host (HTTP 403).");
    assertUnreachable(
        new IOException("Tunnel failed, got: 502"),
        "ConnectionLost",
        "The proxy was not reached, or could not connect to this host (HTTP 502).");
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX");
    untrusted.initCause(new CertificateException());
    assertUnreachable(
        untrusted, "CertificateNotTrusted", "No TLS connection: the certificate is not trusted.");
  }

  private void assertUnreachable(IOException io, String code, String message) {
    CloudException e = errors.of(new UncheckedIOException(io));
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e).hasMessage(message);
  }

  @Test
  void aFailedSignInIsUnauthorized() {
    CloudException e = errors.of(new ClientAuthenticationException("no", null));
    assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(e.code()).isEqualTo("SignInFailed");
  }

  /** Libraries quote what they could not read. */
  @Test
  void whatALibraryThrowsIsNotQuoted() {
    CloudException e =
        errors.of(
            new IllegalStateException("Unrecognized token 'WARNING'", new RuntimeException()));
    assertThat(e.code()).isEqualTo("UnreadableAnswer");
    assertThat(e).hasMessage("The answer could not be understood.");
  }

  @Test
  void aCloudExceptionComesOutAsItIs() {
    CloudException inner =
        new CloudException(Kind.REFUSED, "A", "B", CloudException.Answer.NONE, null);
    assertThat(errors.of(new IllegalStateException(inner))).isSameAs(inner);
  }

  private static String error(String code, String message) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
  }

  private static BufferedResponse response(int status, String body) {
    return response(status, new HttpHeaders(), body);
  }

  private static BufferedResponse response(int status, HttpHeaders headers, String body) {
    return new BufferedResponse(
        new HttpRequest(HttpMethod.GET, "https://management.azure.com/x"),
        status,
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }
}
