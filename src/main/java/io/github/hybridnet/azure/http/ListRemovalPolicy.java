package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import io.github.hybridnet.azure.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Removes lists from answers that a library reads. Answers with tokens and secrets need none, and
 * the libraries never end where a list replaces a text, or beside the members that they know.
 */
public final class ListRemovalPolicy extends HttpPipelineSyncPolicy {
  /** Creates the policy, which has no settings. */
  public ListRemovalPolicy() {}

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    Optional<Map<String, Object>> json = JsonTree.read(response.getBodyAsBinaryData().toString());
    return json.isEmpty() ? response : answering(response, JsonTree.withoutLists(json.get()));
  }

  private static HttpResponse answering(HttpResponse response, Map<String, Object> json) {
    return new BufferedResponse(
        response.getRequest(),
        response.getStatusCode(),
        response.getHeaders(),
        JsonTree.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
