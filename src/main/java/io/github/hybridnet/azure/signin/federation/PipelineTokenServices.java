package io.github.hybridnet.azure.signin.federation;

import com.azure.core.http.HttpMethod;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.federation.PipelineTokenOrigin.JobToken;
import io.github.hybridnet.azure.signin.federation.PipelineTokenOrigin.TokenRequest;
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
public final class PipelineTokenServices {
  static final String AZURE_MEMBER = "oidcToken";
  private static final String GITHUB_MEMBER = "value";
  private static final String AZURE_VERSION = "7.1";

  private final HttpPipelineFactory httpPipelineFactory;
  private final CloudErrorTranslator errors;

  public PipelineTokenServices(
      HttpPipelineFactory httpPipelineFactory, CloudErrorTranslator errors) {
    this.httpPipelineFactory = httpPipelineFactory;
    this.errors = errors;
  }

  /**
   * The token of a job of GitHub Actions.
   *
   * @param url the address that it gave the job, which has a query already
   * @param audience who shall take the token
   */
  public FederatedToken github(SourcedValue url, JobToken jobToken, String audience) {
    String joint = url.value().contains("?") ? "&" : "?";
    URI address = https(url, url.value() + joint + "audience=" + encoded(audience));
    return asked(new TokenRequest("GitHub", HttpMethod.GET, address, GITHUB_MEMBER, jobToken));
  }

  /**
   * The token of a job of Azure Pipelines.
   *
   * @param url the address that it gave the job
   * @param connection the id of the service connection
   */
  public FederatedToken azure(SourcedValue url, JobToken jobToken, String connection) {
    URI address =
        https(
            url,
            url.value()
                + "?api-version="
                + AZURE_VERSION
                + "&serviceConnectionId="
                + encoded(connection));
    return asked(
        new TokenRequest("Azure Pipelines", HttpMethod.POST, address, AZURE_MEMBER, jobToken));
  }

  private FederatedToken asked(TokenRequest tokenRequest) {
    return new FederatedToken(
        new PipelineTokenOrigin(
            httpPipelineFactory.guarded(tokenRequest.address()), errors, tokenRequest),
        errors.scrubber());
  }

  private static URI https(SourcedValue url, String address) {
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
