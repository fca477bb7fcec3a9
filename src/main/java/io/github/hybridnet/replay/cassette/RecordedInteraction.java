package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request and its answer.
 *
 * @param request what was sent
 * @param response what came back
 * @param date the {@code Date} of the answer; empty if it was not recorded
 */
public record RecordedInteraction(RecordedRequest request, RecordedResponse response, String date) {

  /**
   * What was sent.
   *
   * @param method in upper case
   * @param path without host and query
   * @param query its parameters, decoded
   * @param headers as recorded
   * @param body missing if there was none
   */
  public record RecordedRequest(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      JsonNode body) {}

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param headers names in lower case
   * @param body missing if there was none; a text if it was not JSON
   */
  public record RecordedResponse(int status, Map<String, String> headers, JsonNode body) {}
}
