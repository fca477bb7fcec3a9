package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import io.github.hybridnet.text.PlainTextLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page for people in the place of an answer: what proxies and firewalls send that block a request
 * or ask for a login. It says nothing about Azure.
 *
 * @param title its title, or empty
 */
public record WebPage(String title) {
  private static final int LOOKED_AT = 4_096;
  private static final int LONGEST = 80;
  private static final List<String> MARKS = List.of("<!doctype html", "<html", "<head", "<body");
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^<>]{0,200}>([^<]{0,1000})");

  /** The page, if the answer is one. */
  public static Optional<WebPage> of(HttpResponse response) {
    String type = response.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE);
    String body = response.getBodyAsBinaryData().toString();
    String begin = body.length() > LOOKED_AT ? body.substring(0, LOOKED_AT) : body;
    boolean declared = type != null && type.toLowerCase(Locale.ROOT).contains("html");
    if (begin.isBlank() || !(declared || isMarkup(begin))) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(begin);
    return Optional.of(new WebPage(title.find() ? PlainTextLine.of(title.group(1), LONGEST) : ""));
  }

  private static boolean isMarkup(String begin) {
    String text = begin.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<") && MARKS.stream().anyMatch(text::contains);
  }

  /** The page as part of a sentence. */
  public String shown() {
    return title.isEmpty() ? "a web page" : "a web page with the title '" + title + "'";
  }
}
