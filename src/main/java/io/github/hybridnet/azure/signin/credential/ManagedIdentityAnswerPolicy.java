package io.github.hybridnet.azure.signin.credential;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.WebPage;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.settings.SourcedValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Reads what the endpoint of managed identities answers, before the libraries do. Outside Azure
 * nothing answers, or another server: a router, a proxy.
 */
final class ManagedIdentityAnswerPolicy implements HttpPipelinePolicy {
  private final CloudErrorTranslator errors;
  private final SourcedValue identity;

  /**
   * Creates the policy for one identity.
   *
   * @param identity as shown to users
   */
  ManagedIdentityAnswerPolicy(CloudErrorTranslator errors, SourcedValue identity) {
    this.errors = errors;
    this.identity = identity;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process().onErrorMap(RuntimeException.class, this::unanswered).map(this::checked);
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    HttpResponse response;
    try {
      response = next.processSync();
    } catch (RuntimeException thrown) {
      throw unanswered(thrown);
    }
    return checked(response);
  }

  private RuntimeException unanswered(RuntimeException thrown) {
    CloudException failure = errors.of(thrown);
    return failure.code().equals(OwnErrorCode.INTERRUPTED)
        ? thrown
        : ManagedIdentityProblems.notOnAzure(
            identity, String.valueOf(failure.getMessage()), failure);
  }

  private HttpResponse checked(HttpResponse response) {
    Optional<Map<String, Object>> json = JsonTree.read(response.getBodyAsBinaryData().toString());
    int status = response.getStatusCode();
    if (json.isEmpty()
        && status < 500
        && status != 410
        && status != 429
        && !isChallenge(response)) {
      String page = WebPage.of(response).map(found -> ", " + found.shown()).orElse("");
      throw ManagedIdentityProblems.notOnAzure(
          identity, "The answer was HTTP " + status + page + ".", null);
    }
    if (status == 400 && said(json).toLowerCase(Locale.ROOT).contains("identity not found")) {
      throw ManagedIdentityProblems.noSuchIdentity(identity);
    }
    return response;
  }

  /**
   * Whether it is Azure Arc's first answer, which names the file of a key in a header; its body is
   * not documented (articles/azure-arc/servers/managed-identity-authentication.md).
   */
  private static boolean isChallenge(HttpResponse response) {
    String header = response.getHeaders().getValue(HttpHeaderName.WWW_AUTHENTICATE);
    return response.getStatusCode() == 401 && header != null && header.strip().endsWith(".key");
  }

  private static String said(Optional<Map<String, Object>> json) {
    return json.flatMap(answer -> JsonTree.text(answer, "error_description")).orElse("");
  }
}
