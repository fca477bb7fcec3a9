package io.github.hybridnet.simulator.keyvault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The secrets of all vaults, each with all its versions. A vault exists once it has a secret. */
public final class VaultSecrets {
  private final Map<String, List<Version>> versions = new LinkedHashMap<>();
  private Runnable changed = () -> {};

  /**
   * One version of a secret.
   *
   * @param vault the vault's name
   * @param name the secret's name
   * @param version 32 hexadecimal digits
   * @param value the secret itself
   * @param created seconds since 1970
   */
  record Version(String vault, String name, String version, String value, long created) {

    /** The text has no value in it. */
    @Override
    public String toString() {
      return vault + "/" + name + "/" + version;
    }
  }

  /** Sets what is called after each change. */
  public synchronized void onChange(Runnable listener) {
    changed = listener;
  }

  /** The latest version, or the one that is asked for. */
  synchronized Optional<Version> find(String vault, String name, String version) {
    List<Version> all = versions.getOrDefault(key(vault, name), List.of());
    return all.stream()
        .filter(each -> version.isEmpty() || each.version().equalsIgnoreCase(version))
        .reduce((first, second) -> second);
  }

  /** A version, in whatever vault it is. */
  synchronized Optional<Version> findAnywhere(String name, String version) {
    return versions.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.name().equalsIgnoreCase(name))
        .filter(each -> each.version().equalsIgnoreCase(version))
        .findFirst();
  }

  /** Adds a version, which becomes the latest. */
  void add(Version version) {
    Runnable listener;
    synchronized (this) {
      versions
          .computeIfAbsent(key(version.vault(), version.name()), key -> new ArrayList<>())
          .add(version);
      listener = changed;
    }
    listener.run();
  }

  /** Forgets all secrets, and knows those of the other instead. */
  public void become(VaultSecrets other) {
    Map<String, List<Version>> theirs = other.copy();
    Runnable listener;
    synchronized (this) {
      versions.clear();
      versions.putAll(theirs);
      listener = changed;
    }
    listener.run();
  }

  private synchronized Map<String, List<Version>> copy() {
    Map<String, List<Version>> copy = new LinkedHashMap<>();
    versions.forEach((key, all) -> copy.put(key, new ArrayList<>(all)));
    return copy;
  }

  /** All secrets as a document; the state file encrypts the values. */
  public synchronized ArrayNode toJson() {
    ArrayNode all = JsonCodec.object().arrayNode();
    for (List<Version> each : versions.values()) {
      for (Version version : each) {
        all.addObject()
            .put("vault", version.vault())
            .put("name", version.name())
            .put("version", version.version())
            .put("secretValue", version.value())
            .put("created", version.created());
      }
    }
    return all;
  }

  /**
   * The secrets of a document.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public static VaultSecrets fromJson(JsonNode document) {
    VaultSecrets vaultSecrets = new VaultSecrets();
    for (JsonNode node : document) {
      if (!(node instanceof ObjectNode)) {
        throw new IllegalArgumentException("damaged");
      }
      vaultSecrets.add(
          new Version(
              node.required("vault").textValue(),
              node.required("name").textValue(),
              node.required("version").textValue(),
              node.required("secretValue").textValue(),
              node.required("created").longValue()));
    }
    return vaultSecrets;
  }

  private static String key(String vault, String name) {
    return (vault + "/" + name).toLowerCase(Locale.ROOT);
  }
}
