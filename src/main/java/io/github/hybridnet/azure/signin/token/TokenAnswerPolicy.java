package io.github.hybridnet.azure.signin.token;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.text.PlainTextLine;
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
public final class TokenAnswerPolicy extends HttpPipelineSyncPolicy {
  public static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,9})");

  /** The ids and the time that follow the sentence. */
  private static final Pattern TRACE = Pattern.compile("(?is)\\s*Trace ID:.*");

  private final CloudErrorTranslator errors;

  public TokenAnswerPolicy(CloudErrorTranslator errors) {
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
  public static String sentence(String description, SecretScrubber secretScrubber) {
    return PlainTextLine.of(secretScrubber.clean(TRACE.matcher(description).replaceAll("")));
  }

  private TokenRefusedException refusal(
      String error, String description, List<String> numbers, String correlation) {
    List<String> codes = new ArrayList<>(numbers);
    Matcher code = CODE.matcher(description);
    while (code.find() && codes.size() < 10) {
      codes.add(code.group(1));
    }
    return new TokenRefusedException(
        PlainTextLine.of(errors.scrubber().clean(error)),
        sentence(description, errors.scrubber()),
        codes,
        PlainTextLine.of(correlation));
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
