package io.github.hybridnet.azure.http;

import io.github.hybridnet.model.Secret;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts that come from elsewhere: services echo what they were sent. It knows
 * the secrets that this session has used, and what tokens look like.
 */
public final class SecretScrubber {
  private static final String MASK = "***";

  /** Shorter ones would take letters out of any sentence. */
  private static final int SHORTEST = 3;

  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /** Remembers a secret, so that its text is removed from all messages. */
  public Secret remember(Secret secret) {
    if (secret.reference().isEmpty()) {
      remember(secret.reveal());
    }
    return secret;
  }

  /** Remembers a secret's text. */
  public void remember(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
    }
  }

  /** The text with each secret masked. */
  public String clean(String text) {
    List<String> longestFirst =
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    String cleaned = text;
    for (String secret : longestFirst) {
      cleaned = cleaned.replace(secret, MASK);
    }
    return TOKEN.matcher(cleaned).replaceAll(MASK);
  }

  /**
   * An exception that may be shown in debug output: the same when no message of it holds a secret,
   * else one with the same stack and cleaned messages.
   */
  public Throwable clean(Throwable failure) {
    String said = said(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    String cleaned = clean(said);
    if (said.equals(cleaned)) {
      return failure;
    }
    RuntimeException copy = new RuntimeException(cleaned);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  /** Everything that a stack trace would show: causes and suppressed exceptions at any depth. */
  private static String said(Throwable failure, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return "";
    }
    StringBuilder messages = new StringBuilder(failure.toString());
    Throwable cause = failure.getCause();
    if (cause != null) {
      messages.append("; caused by ").append(said(cause, seen));
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      messages.append("; besides ").append(said(suppressed, seen));
    }
    return messages.toString();
  }

  /** The cleaned message of an exception, or its class when it has none. */
  String message(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    String said = failure.getMessage();
    boolean isMistake =
        failure instanceof NullPointerException
            || failure instanceof ClassCastException
            || failure instanceof IndexOutOfBoundsException;
    return said == null || isMistake
        ? "an answer cannot be used (" + failure.getClass().getSimpleName() + ")"
        : clean(said);
  }
}
