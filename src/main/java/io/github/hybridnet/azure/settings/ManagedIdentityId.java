package io.github.hybridnet.azure.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a machine's identities signs in.
 *
 * @param kind by which of its ids it is named
 * @param id the id
 */
public record ManagedIdentityId(Kind kind, SourcedValue id) {
  private static final Pattern RESOURCE =
      Pattern.compile(
          "/subscriptions/[^/\\s]+/resourcegroups/[^/\\s]+/providers/"
              + "microsoft\\.managedidentity/userassignedidentities/[^/\\s?#&]+",
          Pattern.CASE_INSENSITIVE);

  /** The ids that an identity has. */
  public enum Kind {
    /** Of its application; also called application id. */
    CLIENT("client id"),
    /** Of its service principal; also called principal id. */
    OBJECT("object id"),
    /** The id of the identity's resource. */
    RESOURCE("resource id");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name of this kind of id in a sentence. */
    String label() {
      return label;
    }
  }

  /**
   * The one that is set.
   *
   * @throws io.github.hybridnet.text.UserException HN3053 when there are several, HN3004 when it
   *     can be none
   */
  public static Optional<ManagedIdentityId> of(
      @Nullable SourcedValue client,
      @Nullable SourcedValue object,
      @Nullable SourcedValue resource) {
    List<ManagedIdentityId> given =
        Stream.of(of(Kind.CLIENT, client), of(Kind.OBJECT, object), of(Kind.RESOURCE, resource))
            .flatMap(Optional::stream)
            .toList();
    if (given.size() > 1) {
      throw SignInSettingsProblems.severalIds(given);
    }
    return given.stream().findFirst();
  }

  private static Optional<ManagedIdentityId> of(Kind kind, @Nullable SourcedValue id) {
    if (id == null) {
      return Optional.empty();
    }
    if (kind != Kind.RESOURCE) {
      IdentifierFormat.checked("managed identity's " + kind.label(), id);
    } else if (!RESOURCE.matcher(id.value()).matches()) {
      throw SignInSettingsProblems.badResourceId(id);
    }
    return Optional.of(new ManagedIdentityId(kind, id));
  }
}
