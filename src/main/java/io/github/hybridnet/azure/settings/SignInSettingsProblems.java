package io.github.hybridnet.azure.settings;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the settings of a sign-in, before the first request. */
final class SignInSettingsProblems {
  private SignInSettingsProblems() {}

  /** {@code hybridnet.cloud} is neither a known name nor a usable address. */
  static UserException unknownCloud(SourcedValue value) {
    return UserException.unable(
        "HN3001",
        "The cloud '"
            + value.value()
            + "' (from "
            + value.source()
            + ") is not known."
            + meant(
                value,
                Stream.concat(
                    Stream.of("simulator"),
                    Stream.of(CloudTarget.KnownCloud.values()).map(CloudTarget.KnownCloud::label))),
        "use "
            + labels(Stream.of(CloudTarget.KnownCloud.values()).map(CloudTarget.KnownCloud::label))
            + ", simulator, or the address of an Azure Resource Manager endpoint, such as"
            + " https://management.example.com, without a path",
        null);
  }

  /** {@code hybridnet.auth.type} is not known. */
  static UserException unknownAuthType(SourcedValue value) {
    return UserException.unable(
        "HN3002",
        "The sign-in method '"
            + value.value()
            + "' (from "
            + value.source()
            + ") is not known."
            + meant(value, Stream.of(AuthType.values()).map(AuthType::label)),
        "use " + labels(Stream.of(AuthType.values()).map(AuthType::label)),
        null);
  }

  private static String meant(SourcedValue value, Stream<String> known) {
    String nearest = SpellingSuggestion.to(value.value().strip(), known.toList());
    return nearest == null ? "" : " Did you mean '" + nearest + "'?";
  }

  private static String labels(Stream<String> labels) {
    return labels.collect(Collectors.joining(", "));
  }

  /** A service principal is asked for, and no server named. */
  static UserException noServer() {
    return UserException.unable(
        "HN3003",
        "hybridnet.auth.type=service_principal needs a <server> entry of settings.xml, but"
            + " hybridnet.serverId is not set.",
        "set hybridnet.serverId to the <id> of a <server> entry that has the client id as its"
            + " <username> and the client secret as its <password>",
        null);
  }

  /** A value has a line break or the like in its middle. The value is not shown. */
  static UserException controlCharacter(String variable) {
    return UserException.unable(
        "HN3060",
        "The environment variable "
            + variable
            + " contains a line break or another control character.",
        "set the variable to a value on one line",
        null);
  }

  /** A pipeline did not know the variable that this one is set to. */
  static UserException unreplaced(String variable, String value) {
    return UserException.unable(
        "HN3060",
        "The environment variable "
            + variable
            + " is the text '"
            + value
            + "'. The pipeline has no variable of that name.",
        "define that variable for this job, or remove "
            + variable
            + ". Builds of forks get no secret variables",
        null);
  }

  /** A proxy that cannot be used. Its address is not shown: it may hold a password. */
  static UserException badProxy(String source) {
    return UserException.unable(
        "HN3067",
        "The address of the proxy (from " + source + ") is not valid.",
        "write the address as http://host:port, also for requests to https addresses, or set a"
            + " proxy in settings.xml. Proxies that are reached by TLS or SOCKS are not supported",
        null);
  }

  /** Two ids of a managed identity. */
  static UserException severalIds(List<ManagedIdentityId> ids) {
    return UserException.unable(
        "HN3053",
        "More than one id of a managed identity is set: "
            + ids.stream().map(id -> id.id().source()).collect(Collectors.joining(", "))
            + ".",
        "set only one of these parameters",
        null);
  }

  /** Not the id of a managed identity's resource. */
  static UserException badResourceId(SourcedValue id) {
    return UserException.unable(
        "HN3004",
        "The managed identity '"
            + PrintableText.line(id.value())
            + "' (from "
            + id.source()
            + ") is not a resource id.",
        "write the id as"
            + " /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>",
        null);
  }
}
