package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.UnreplacedVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads servers and proxies from {@code settings.xml}, decrypted. */
final class MavenSettingsReader {
  private final MavenSession session;
  private final SettingsDecrypter decrypter;

  MavenSettingsReader(MavenSession session, SettingsDecrypter decrypter) {
    this.session = session;
    this.decrypter = decrypter;
  }

  /**
   * A service principal from a {@code <server>} entry.
   *
   * @param clientId the application
   * @param secret its secret
   * @param tenantId its tenant, or null where the server has no configuration
   */
  record Principal(String clientId, Secret secret, @Nullable String tenantId) {}

  /**
   * The service principal of a server: its user name, its password, and the tenant of its
   * configuration.
   *
   * @throws io.github.hybridnet.text.UserException HN1906 to HN1908
   */
  Principal principal(String serverId) {
    Server server = session.getSettings().getServer(serverId);
    if (server == null) {
      throw CloudSetupProblems.noServer(serverId);
    }
    Server decrypted = decrypted(server);
    return new Principal(
        present(serverId, "username", decrypted.getUsername()),
        Secret.of(present(serverId, "password", decrypted.getPassword()), Secret.Source.PROPERTY),
        tenant(serverId, decrypted.getConfiguration()));
  }

  /** The password of a server; empty when there is no such server, or it has none. */
  Optional<Secret> password(String serverId) {
    Server server = session.getSettings().getServer(serverId);
    if (server == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(decrypted(server).getPassword())
        .filter(text -> !text.isBlank())
        .map(text -> replaced(serverId, "<password>", text))
        .map(text -> Secret.of(text, Secret.Source.PROPERTY));
  }

  private Server decrypted(Server server) {
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    refuseUndecrypted("the <server> entry '" + server.getId() + "'", result.getProblems());
    return result.getServer();
  }

  private static void refuseUndecrypted(String what, List<SettingsProblem> problems) {
    problems.stream()
        .filter(p -> p.getSeverity() != SettingsProblem.Severity.WARNING)
        .findFirst()
        .ifPresent(
            p -> {
              throw CloudSetupProblems.undecryptable(what, p.getException());
            });
  }

  private static String present(String serverId, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw CloudSetupProblems.incompleteServer(serverId, "<" + name + ">");
    }
    return replaced(serverId, "<" + name + ">", value);
  }

  private static String replaced(String serverId, String element, String value) {
    if (UnreplacedVariable.is(value)) {
      throw CloudSetupProblems.unreplaced(serverId, element);
    }
    return value;
  }

  private static @Nullable String tenant(String serverId, @Nullable Object configuration) {
    Xpp3Dom tenant = configuration instanceof Xpp3Dom dom ? dom.getChild("tenant") : null;
    String value = tenant == null ? null : tenant.getValue();
    return value == null ? null : replaced(serverId, "<tenant>", value);
  }

  /** The active proxy for HTTPS, or for HTTP where there is none. */
  Optional<ProxySettings> proxy() {
    return active("https").or(() -> active("http")).map(this::proxy);
  }

  private Optional<Proxy> active(String protocol) {
    return session.getSettings().getProxies().stream()
        .filter(p -> p.isActive() && protocol.equalsIgnoreCase(p.getProtocol()))
        .findFirst();
  }

  private ProxySettings proxy(Proxy proxy) {
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
    refuseUndecrypted("the <proxy> entry '" + proxy.getId() + "'", result.getProblems());
    Proxy decrypted = result.getProxy();
    String password = decrypted.getPassword();
    String direct = decrypted.getNonProxyHosts();
    return new ProxySettings(
        decrypted.getHost(),
        decrypted.getPort(),
        decrypted.getUsername(),
        password == null ? null : Secret.of(password, Secret.Source.PROPERTY),
        direct == null ? List.of() : Arrays.asList(direct.split("[|,]")),
        "settings.xml");
  }
}
