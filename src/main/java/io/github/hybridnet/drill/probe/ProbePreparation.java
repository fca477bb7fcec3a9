package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.probe.ProbeSpec.Command;
import io.github.hybridnet.drill.probe.ProbeSpec.Endpoint;
import io.github.hybridnet.drill.probe.ProbeSpec.Http;
import io.github.hybridnet.drill.probe.ProbeSpec.Icmp;
import io.github.hybridnet.drill.probe.ProbeSpec.Tcp;
import io.github.hybridnet.engine.process.PlainEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes probes out of what the user wrote, before the drill begins. Names are resolved once, here:
 * a drill measures the way to an address, and not whether a name server is on the other side of it.
 */
public final class ProbePreparation {
  private final OperatingSystem system;
  private final Path directory;
  private final ProgramFinder programFinder;
  private final HostNameResolver names;
  private final Map<String, String> plainEnvironment;

  ProbePreparation(
      String system,
      Path directory,
      Map<String, String> environment,
      HostNameResolver.Resolver resolver) {
    this.system = OperatingSystem.named(system);
    this.directory = directory;
    this.programFinder = new ProgramFinder(this.system, directory, environment);
    this.names = new HostNameResolver(resolver);
    this.plainEnvironment = PlainEnvironment.of(environment);
  }

  /**
   * Prepares probes that are sent from this machine.
   *
   * @param directory where commands are run
   */
  public static ProbePreparation real(Path directory) {
    return new ProbePreparation(
        System.getProperty("os.name", ""), directory, System.getenv(), InetAddress::getByName);
  }

  /**
   * Resolves hosts and programs, and makes the probes.
   *
   * @throws io.github.hybridnet.text.UserException HN5052 with all hosts that cannot be resolved
   *     and all programs that are not there
   * @throws InterruptedException when the build is stopped
   */
  public List<ProbeTarget> prepare(List<ProbeSpec> specs) throws InterruptedException {
    List<String> hosts = specs.stream().flatMap(ProbePreparation::host).toList();
    PreparationRun preparationRun = new PreparationRun(names.resolve(hosts));
    List<ProbeTarget> targets =
        specs.stream().flatMap(spec -> Stream.ofNullable(preparationRun.target(spec))).toList();
    if (!preparationRun.mistakes.isEmpty()) {
      throw ProbeProblems.notReady(preparationRun.mistakes);
    }
    return targets;
  }

  private static Stream<String> host(ProbeSpec spec) {
    if (spec instanceof Tcp tcp) {
      return Stream.of(tcp.endpoint().host());
    }
    if (spec instanceof Http http) {
      return Stream.of(http.endpoint().host());
    }
    return spec instanceof Icmp icmp ? Stream.of(icmp.host()) : Stream.empty();
  }

  /** One preparation, with the problems that it found. */
  private final class PreparationRun {
    private final Map<String, InetAddress> addresses;
    private final List<String> mistakes = new ArrayList<>();

    PreparationRun(Map<String, InetAddress> addresses) {
      this.addresses = addresses;
    }

    @Nullable ProbeTarget target(ProbeSpec spec) {
      if (spec instanceof Command command) {
        return command(command);
      }
      String host = host(spec).findFirst().orElseThrow();
      InetAddress address = addresses.get(host);
      if (address == null) {
        mistakes.add(
            "probe '" + spec.name() + "': the host name '" + host + "' cannot be resolved");
        return null;
      }
      Probe probe = probe(spec, address);
      return probe == null
          ? null
          : new ProbeTarget(spec.name(), shown(spec, host, address), probe, Optional.of(address));
    }

    private String shown(ProbeSpec spec, String host, InetAddress address) {
      boolean isName = !host.contains(":") && !host.equals(address.getHostAddress());
      return isName ? spec.address() + " at " + address.getHostAddress() : spec.address();
    }

    private @Nullable Probe probe(ProbeSpec spec, InetAddress address) {
      if (spec instanceof Tcp tcp) {
        return new TcpProbe(socket(tcp.endpoint(), address));
      }
      if (spec instanceof Http http) {
        return http(http, address);
      }
      Path ping = program(spec, PingCommand.program(system, address));
      return ping == null
          ? null
          : new PingProbe(new PingCommand(system, ping, address), directory, plainEnvironment);
    }

    private @Nullable Probe http(Http http, InetAddress address) {
      Endpoint endpoint = http.endpoint();
      TlsConnector tlsConnector = TlsConnector.of(http.request().unchecked());
      try {
        if (http.request().tls()) {
          tlsConnector.prepare();
        }
      } catch (IOException e) {
        mistakes.add(
            "probe '"
                + http.name()
                + "': the trusted certificates of this Java runtime cannot be read");
        return null;
      }
      return new HttpProbe(
          socket(endpoint, address), endpoint.host(), http.request(), tlsConnector);
    }

    private InetSocketAddress socket(Endpoint endpoint, InetAddress address) {
      return new InetSocketAddress(address, endpoint.port());
    }

    private @Nullable ProbeTarget command(Command command) {
      Path program = program(command, command.words().get(0));
      if (program == null) {
        return null;
      }
      List<String> words = new ArrayList<>(command.words());
      words.set(0, program.toString());
      Probe probe = new CommandProbe(words, directory);
      return new ProbeTarget(command.name(), command.address(), probe, Optional.empty());
    }

    private @Nullable Path program(ProbeSpec spec, String name) {
      Path found = programFinder.find(name).orElse(null);
      if (found == null) {
        mistakes.add(
            "probe '"
                + spec.name()
                + "': the program '"
                + name
                + "' does not exist "
                + (name.contains("/") ? "(seen from '" + directory + "')" : "on the PATH"));
      }
      return found;
    }
  }
}
