package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routers, the tunnel and the service of a lab, running in its namespaces. */
final class DataPlane implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STRAY = "stray";
  private static final List<String> ROUTERS = List.of("edge", "msee", "ergw", "vpngw", "vnet");
  private static final List<String> TUNNEL_ENDS = List.of("vpngw", "edge");

  private final Namespaces namespaces;
  private final Path directory;
  private final Addresses addresses;
  private boolean wrongKey;
  private final List<Daemon> daemons = new ArrayList<>();

  /**
   * One that has not been started.
   *
   * @param directory for its files
   */
  DataPlane(Namespaces namespaces, Path directory, Addresses addresses) {
    this.namespaces = namespaces;
    this.directory = directory;
    this.addresses = addresses;
  }

  /** Starts everything, and waits until both paths are there and ExpressRoute is the one taken. */
  void start(String key) throws Exception {
    namespaces.wire(addresses.all());
    startTunnel(key);
    for (String router : ROUTERS) {
      configure(router, false);
      daemon(
          router,
          "bird",
          "bird",
          "-f",
          "-c",
          file(router, "bird.conf").toString(),
          "-s",
          socket(router).toString());
    }
    List<String> service = Java.words(LabService.class, addresses.get("VM"));
    Daemon machine = Daemon.start(file("vm", "log"), namespaces.in("vm", service), Map.of());
    daemons.add(machine);
    awaitBothPaths();
    Waiting.until("service", PATIENCE, () -> machine.text().contains(LabService.READY));
  }

  /** Chooses whether the customer's and Microsoft's edge find out by BFD that they are cut off. */
  void bfd(boolean wanted) throws Exception {
    for (String router : List.of("edge", "msee")) {
      configure(router, wanted);
      router(router).configure();
    }
    awaitBothPaths();
  }

  /** Waits until both sides have both paths. */
  void awaitBothPaths() throws Exception {
    String network = addresses.get("NETWORK");
    String site = addresses.get("SITE");
    Waiting.until(
        "routes over ExpressRoute and VPN on both sides",
        PATIENCE,
        () ->
            Files.exists(socket("edge"))
                && Files.exists(socket("vnet"))
                && router("edge").hasRoute(network, "to_msee")
                && router("edge").hasRoute(network, "to_vpngw")
                && router("vnet").hasRoute(site, "to_ergw")
                && router("vnet").hasRoute(site, "to_vpngw"));
  }

  /** The router in a namespace. */
  Bird router(String name) {
    return new Bird(socket(name));
  }

  /** An end of the tunnel: {@code edge} or {@code vpngw}. */
  Ike end(String name) {
    return new Ike(directory, name);
  }

  /** Gives an end of the tunnel a key. */
  void key(String name, String key) throws IOException, InterruptedException {
    Map<String, String> values = new HashMap<>(ends(name));
    values.put("KEY", key);
    end(name).secret(addresses.fill("strongswan/secret.conf", values));
  }

  /** Lets the internet lose everything, or no longer. */
  void internet(boolean passes) throws IOException, InterruptedException {
    String value = "net.ipv4.ip_forward=" + (passes ? 1 : 0);
    Programs.demand(namespaces.in("internet", List.of("sysctl", "-qw", value)), Map.of());
  }

  /** Takes the tunnel away, at the device and without a word. */
  void cutTunnel() throws Exception {
    internet(false);
    end("edge").forget();
    Waiting.until("the tunnel is gone", PATIENCE, () -> !end("edge").isUp());
  }

  /** Brings back whatever may be missing, with the right key at both ends. */
  void mend(String key) throws Exception {
    internet(true);
    router("edge").disable(STRAY);
    if (!end("edge").isUp() || wrongKey) {
      key("edge", key);
      wrongKey = false;
      end("edge").forget();
      Waiting.until("the tunnel stands", PATIENCE, () -> end("edge").initiate());
    }
  }

  /** Lets the device forget the tunnel, and make it with another key than the other end has. */
  void wrongKey(String key) throws Exception {
    wrongKey = true;
    key("edge", key);
    end("edge").forget();
    if (end("edge").initiate()) {
      throw new IllegalStateException("A tunnel with two different keys");
    }
  }

  /** Announces a part of the site over the VPN alone. */
  void announcePart() throws Exception {
    router("edge").enable(STRAY);
    Waiting.until(
        "the stray prefix in the virtual network",
        PATIENCE,
        () -> router("vnet").hasRoute(addresses.get("SITE_PART"), "to_vpngw"));
  }

  private void startTunnel(String key) throws Exception {
    for (String end : TUNNEL_ENDS) {
      Map<String, String> values = ends(end);
      Path settings = file(end, "strongswan.conf");
      Files.writeString(settings, addresses.fill("strongswan/strongswan.conf", values));
      daemons.add(
          Daemon.start(
              file(end, "charon.out"),
              namespaces.in(end, "charon-systemd"),
              Map.of("STRONGSWAN_CONF", settings.toString())));
      Waiting.until("charon of " + end, PATIENCE, () -> end(end).listens());
      end(end).connections(addresses.fill("strongswan/swanctl.conf", values));
      key(end, key);
    }
    Waiting.until("the tunnel stands", PATIENCE, () -> end("edge").initiate());
  }

  private Map<String, String> ends(String name) {
    boolean site = name.equals("edge");
    Map<String, String> values = new HashMap<>(files(name));
    values.put("LOCAL", addresses.get(site ? "SITE_PUBLIC" : "VPN_PUBLIC"));
    values.put("REMOTE", addresses.get(site ? "VPN_PUBLIC" : "SITE_PUBLIC"));
    return values;
  }

  private void configure(String router, boolean bfd) throws IOException {
    Map<String, String> values = new HashMap<>(files(router));
    values.putAll(Map.of("HOLD", "9", "KEEPALIVE", "3", "BFD", bfd ? "on" : "off"));
    Files.writeString(file(router, "common.conf"), addresses.fill("bird/common.conf", values));
    Files.writeString(
        file(router, "bird.conf"), addresses.fill("bird/" + router + ".conf", values));
  }

  private void daemon(String namespace, String name, String... words) throws IOException {
    daemons.add(
        Daemon.start(file(namespace, name + ".out"), namespaces.in(namespace, words), Map.of()));
  }

  private Map<String, String> files(String name) {
    return Map.of("DIR", directory.toString(), "NAME", name);
  }

  private Path socket(String router) {
    return file(router, "ctl");
  }

  private Path file(String namespace, String kind) {
    return directory.resolve(namespace + "." + kind);
  }

  @Override
  public void close() throws InterruptedException {
    for (Daemon daemon : daemons) {
      daemon.close();
    }
  }
}
