package io.github.hybridnet.azure.settings;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of the ids that users give: they become part of addresses. */
public final class IdentifierFormat {
  /** A GUID, or the domain name of a tenant. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  private IdentifierFormat() {}

  /**
   * The id, if it can be one.
   *
   * @param what such as {@code tenant}
   * @throws UserException HN3004 when it cannot
   */
  public static @Nullable SourcedValue checked(String what, @Nullable SourcedValue id) {
    if (id != null && !FORM.matcher(id.value()).matches()) {
      throw UserException.unable(
          "HN3004",
          "The " + what + shown(id) + " (from " + id.source() + ") is not an id.",
          "set the id of the " + what + ", such as 00000000-0000-0000-0000-000000000000",
          null);
    }
    return id;
  }

  /** A source of secrets may have one in place of an id by mistake. */
  private static String shown(SourcedValue id) {
    return id.source().startsWith("hybridnet.") ? " '" + PrintableText.line(id.value()) + "'" : "";
  }
}
