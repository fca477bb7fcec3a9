package io.github.hybridnet.azure.signin.cloud;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.http.WebPage;
import io.github.hybridnet.azure.json.JsonTree;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an endpoint of Azure Resource Manager for the addresses that belong to it. What it names is
 * as good as named by the user, who named the endpoint.
 */
public final class CloudMetadataReader {
  /** The current form, and the first, which older installations of Azure Stack know. */
  private static final List<String> VERSIONS = List.of("2022-09-01", "2015-01-01");

  private final HttpPipeline pipeline;

  /**
   * Asks over a pipeline that has no token yet.
   *
   * @param pipeline for this endpoint only
   */
  public CloudMetadataReader(HttpPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * The addresses of a cloud.
   *
   * @throws io.github.hybridnet.text.UserException when the endpoint answers something else
   */
  public CloudEnvironment read(URI endpoint) {
    String said = "nothing";
    for (String version : VERSIONS) {
      HttpRequest request =
          new HttpRequest(HttpMethod.GET, endpoint + "/metadata/endpoints?api-version=" + version);
      try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
        said =
            "HTTP "
                + response.getStatusCode()
                + WebPage.of(response).map(page -> " with " + page.shown()).orElse("");
        Optional<CloudEnvironment> found = environment(endpoint, body(response));
        if (response.getStatusCode() == 200 && found.isPresent()) {
          return found.get();
        }
      }
    }
    throw EndpointProblems.notResourceManager(endpoint, said);
  }

  private static String body(HttpResponse response) {
    return response.getBodyAsBinaryData().toString();
  }

  private static Optional<CloudEnvironment> environment(URI endpoint, String body) {
    Map<String, Object> metadata = JsonTree.read(body).orElse(Map.of());
    Map<String, Object> authentication = JsonTree.object(metadata, "authentication");
    Optional<URI> authority =
        JsonTree.text(authentication, "loginEndpoint").flatMap(CloudMetadataReader::https);
    return authority.map(
        address ->
            new CloudEnvironment(
                JsonTree.text(metadata, "name").orElse(endpoint.getHost()),
                endpoint,
                address,
                audience(authentication).orElse(endpoint.toString()),
                JsonTree.text(JsonTree.object(metadata, "suffixes"), "keyVaultDns").orElse(null)));
  }

  private static Optional<String> audience(Map<String, Object> authentication) {
    return authentication.get("audiences") instanceof List<?> list
            && !list.isEmpty()
            && list.get(0) instanceof String first
        ? Optional.of(first)
        : Optional.empty();
  }

  private static Optional<URI> https(String address) {
    try {
      URI uri = CloudEnvironment.bare(address);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
