package io.github.hybridnet.azure.settings;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the settings of a sign-in before anybody is asked. */
public final class SignInSettingsProblems {
  private SignInSettingsProblems() {}

  /** A value has a line break or the like in its middle. The value is not shown. */
  public static UserException controlCharacter(String variable) {
    return UserException.unable(
        "HN3060",
        "The environment variable "
            + variable
            + " has a line break or another control character in its value.",
        "Set it again to a value on one line.",
        null);
  }

  /** A pipeline did not know the variable that this one is set to. */
  public static UserException unreplaced(String variable, String value) {
    return UserException.unable(
        "HN3060",
        "The environment variable "
            + variable
            + " is the text "
            + value
            + ": the pipeline has no variable of that name.",
        "Define it for this job, or remove "
            + variable
            + ". Secret variables are not given to builds of forks.",
        null);
  }

  /** A proxy that cannot be used. Its address is not shown: it may hold a password. */
  public static UserException badProxy(String source) {
    return UserException.unable(
        "HN3067",
        "The proxy (from " + source + ") is not an address that can be used.",
        "Give it as http://host:port, also for https addresses, or set a proxy in settings.xml."
            + " Proxies that are themselves reached by TLS or SOCKS cannot be used.",
        null);
  }

  /** Two ids of a managed identity. */
  public static UserException severalIds(List<ManagedIdentityId> ids) {
    return UserException.unable(
        "HN3053",
        "Several ids of a managed identity are set: "
            + ids.stream().map(id -> id.id().source()).collect(Collectors.joining(", "))
            + ".",
        "Set one of them. Each of them names one identity.",
        null);
  }

  /** Not the id of a managed identity's resource. */
  public static UserException badResourceId(SourcedValue id) {
    return UserException.unable(
        "HN3004",
        "The managed identity \""
            + PrintableText.line(id.value())
            + "\" (from "
            + id.source()
            + ") is not a resource id.",
        "Give it as /subscriptions/<id>/resourceGroups/<name>/providers/"
            + "Microsoft.ManagedIdentity/userAssignedIdentities/<name>.",
        null);
  }
}
