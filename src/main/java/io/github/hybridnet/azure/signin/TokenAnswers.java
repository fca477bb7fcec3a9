package io.github.hybridnet.azure.signin;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a token service answers before the libraries do: they quote what they could not read,
 * and what they say of a refusal is not for users.
 */
final class TokenAnswers extends HttpPipelineSyncPolicy {
  static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,9})");

  /** What follows the sentence. */
  private static final Pattern TRACE = Pattern.compile("(?is)\\s*Trace ID:.*");

  private final ServiceErrors errors;

  TokenAnswers(ServiceErrors errors) {
    this.errors = errors;
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    String body = response.getBodyAsBinaryData().toString();
    Optional<Map<String, Object>> json = JsonTree.read(body);
    if (response.getStatusCode() == 200 && json.isPresent()) {
      return response;
    }
    throw json.filter(answer -> answer.containsKey("error"))
        .map(this::refusal)
        .orElseGet(() -> errors.strange(response));
  }

  private RuntimeException refusal(Map<String, Object> answer) {
    return refusal(
        JsonTree.text(answer, "error").orElse(""),
        JsonTree.text(answer, "error_description").orElse(""),
        numbers(answer),
        JsonTree.text(answer, "correlation_id").orElse(""));
  }

  /** The sentence of a description, without the ids behind it. */
  static String sentence(String description, Scrubber scrubber) {
    return PlainText.of(scrubber.clean(TRACE.matcher(description).replaceAll("")));
  }

  private TokenRefusedException refusal(
      String error, String description, List<String> numbers, String correlation) {
    List<String> codes = new ArrayList<>(numbers);
    Matcher code = CODE.matcher(description);
    while (code.find() && codes.size() < 10) {
      codes.add(code.group(1));
    }
    return new TokenRefusedException(
        PlainText.of(errors.scrubber().clean(error)),
        sentence(description, errors.scrubber()),
        codes,
        PlainText.of(correlation));
  }

  private static List<String> numbers(Map<String, Object> answer) {
    return answer.get("error_codes") instanceof List<?> list
        ? list.stream()
            .filter(Number.class::isInstance)
            .limit(10)
            .map(each -> Long.toString(((Number) each).longValue()))
            .toList()
        : List.of();
  }
}
