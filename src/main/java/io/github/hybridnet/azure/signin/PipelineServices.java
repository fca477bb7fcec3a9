package io.github.hybridnet.azure.signin;

import com.azure.core.http.HttpMethod;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.signin.PipelineTokens.Permit;
import io.github.hybridnet.azure.signin.PipelineTokens.Question;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How the services that run pipelines are asked for a token of the job.
 *
 * <p>Sources: {@code actions/toolkit} (oidc-utils.ts) for GitHub; for Azure Pipelines the request
 * that azure-identity's AzurePipelinesCredential sends.
 */
final class PipelineServices {
  static final String AZURE_MEMBER = "oidcToken";
  private static final String GITHUB_MEMBER = "value";
  private static final String AZURE_VERSION = "7.1";

  private final Pipelines pipelines;
  private final ServiceErrors errors;

  PipelineServices(Pipelines pipelines, ServiceErrors errors) {
    this.pipelines = pipelines;
    this.errors = errors;
  }

  /**
   * GitHub Actions.
   *
   * @param url the address that it gave the job, which has a query already
   * @param audience who shall take the token
   */
  FederatedToken github(Sourced url, Permit permit, String audience) {
    String joint = url.value().contains("?") ? "&" : "?";
    URI address = https(url, url.value() + joint + "audience=" + encoded(audience));
    return asked(new Question("GitHub", HttpMethod.GET, address, GITHUB_MEMBER, permit));
  }

  /**
   * Azure Pipelines.
   *
   * @param url the address that it gave the job
   * @param connection the id of the service connection
   */
  FederatedToken azure(Sourced url, Permit permit, String connection) {
    URI address =
        https(
            url,
            url.value()
                + "?api-version="
                + AZURE_VERSION
                + "&serviceConnectionId="
                + encoded(connection));
    return asked(new Question("Azure Pipelines", HttpMethod.POST, address, AZURE_MEMBER, permit));
  }

  private FederatedToken asked(Question question) {
    return new FederatedToken(
        new PipelineTokens(pipelines.guarded(question.address()), errors, question),
        errors.scrubber());
  }

  private static URI https(Sourced url, String address) {
    try {
      URI uri = new URI(address);
      if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw FederationProblems.badAddress(url.source());
    }
    throw FederationProblems.badAddress(url.source());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
