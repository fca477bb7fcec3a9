package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Answer;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import java.net.URL;

/**
 * The failures of answers that cannot be understood: nothing is known from them. No text quotes an
 * answer, nor what a parser says of it, because either may hold a secret that is not known yet.
 */
public final class UnreadableAnswers {
  private static final String NOT_JSON = "the body is not the JSON that was expected";

  private UnreadableAnswers() {}

  /**
   * An answer that was read, and is not about what was asked.
   *
   * @param asked what was asked for, as in {@code the learned routes of the gateway}
   * @param wrong what is wrong with the answer, as in {@code it has no list 'value'}
   */
  public static CloudException about(String asked, String wrong) {
    return failure("The answer about " + asked + " could not be understood: " + wrong, Answer.NONE);
  }

  /**
   * An answer that a reader or a model refused.
   *
   * @param asked what was asked for, as in {@code the learned routes of the gateway}
   * @param why what was thrown
   */
  public static CloudException about(String asked, Exception why) {
    return about(
        asked,
        why instanceof MalformedAnswerException
            ? String.valueOf(why.getMessage())
            : "it is not the JSON that was expected");
  }

  /** A list that does not end as lists do. */
  static CloudException endless(String wrong) {
    return failure("A list could not be read to its end: " + wrong, Answer.NONE);
  }

  static CloudException of(String said, Answer answer) {
    return failure("The answer could not be understood: " + said, answer);
  }

  private static CloudException failure(String message, Answer answer) {
    return new CloudException(
        Kind.UNREADABLE, OwnErrorCode.UNREADABLE_ANSWER, message, answer, null);
  }

  /** What is wrong with an answer that a reader or a model refused. */
  static String text(HttpResponse response, Exception why) {
    String wrong =
        why instanceof MalformedAnswerException ? String.valueOf(why.getMessage()) : NOT_JSON;
    boolean isEmpty = response.getBodyAsBinaryData().toBytes().length == 0;
    return foreignOr(response, isEmpty ? "the body is empty" : wrong);
  }

  /** That an answer is not the JSON that was expected. */
  static String notJson(HttpResponse response) {
    return foreignOr(response, NOT_JSON);
  }

  private static String foreignOr(HttpResponse response, String wrong) {
    return WebPage.of(response)
        .map(page -> foreign(response, page))
        .orElseGet(() -> located(response, wrong));
  }

  /** That somebody else answered with a page. */
  static String foreign(HttpResponse response, WebPage page) {
    return "HTTP "
        + response.getStatusCode()
        + " with "
        + page.shown()
        + " came instead of an answer of "
        + response.getRequest().getUrl().getHost()
        + "; a proxy or a firewall may have sent this page";
  }

  private static String located(HttpResponse response, String wrong) {
    URL url = response.getRequest().getUrl();
    return "HTTP "
        + response.getStatusCode()
        + " from "
        + url.getHost()
        + " to "
        + response.getRequest().getHttpMethod()
        + " "
        + url.getPath()
        + ": "
        + wrong;
  }
}
