package io.github.hybridnet.config;

import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileProblems;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.config.file.Utf8FileReader;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.config.json.NodeParser;
import io.github.hybridnet.config.mapping.CircuitMapper;
import io.github.hybridnet.config.mapping.GatewayMapper;
import io.github.hybridnet.config.mapping.SecurityGroupMapper;
import io.github.hybridnet.config.mapping.UnreadablePartException;
import io.github.hybridnet.config.mapping.VirtualNetworkMapper;
import io.github.hybridnet.config.schema.SchemaCheck;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.VirtualNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameter files: every problem at once, and as much of the network as can be read. */
public final class ConfigurationReader {

  /** Creates a reader, which has no settings. */
  public ConfigurationReader() {}

  /**
   * Which files to read, and from where.
   *
   * @param directory where the parameter files are; findings name files as this path does
   * @param files which files must exist, and which are judged
   * @param resourceGroup the resource group that overrides the one in the files, or null
   * @param properties Maven properties, for <code>${name}</code>
   * @param environment environment variables, for <code>${env.NAME}</code>
   */
  public record Request(
      Path directory,
      ParameterFileSelection files,
      @Nullable String resourceGroup,
      ValueLookup properties,
      ValueLookup environment) {

    /** Whether a finding counts: it is not in a file that is only read. */
    public boolean judges(Finding finding) {
      for (ParameterFile file : ParameterFile.values()) {
        if (path(file).toString().equals(finding.place().file())) {
          return files.judged().contains(file);
        }
      }
      return true;
    }

    private Path path(ParameterFile file) {
      return directory.resolve(file.fileName());
    }
  }

  /**
   * The network that was read, and every finding.
   *
   * @param network what could be understood; a part whose file is missing or unreadable is null
   * @param findings what is wrong with the files themselves, by file, line and column
   * @param mask takes out of findings what may be a secret
   */
  public record Result(HybridNetwork network, List<Finding> findings, FindingMask mask) {

    /** Copies the list, which cannot be changed afterwards. */
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Reads what is asked for. Whatever the files hold, nothing is thrown. */
  public Result read(Request request) {
    List<Finding> findings = new ArrayList<>();
    List<PlaceholderValue> borrowed = new ArrayList<>();
    HybridNetwork network;
    if (Files.isDirectory(request.directory())) {
      network = new DirectoryReading(request, findings, borrowed).network();
      ExposedSecretCheck.findings(borrowed).stream().filter(request::judges).forEach(findings::add);
    } else {
      findings.add(ParameterFileProblems.noDirectory(request.directory().toString()));
      network = new HybridNetwork(request.resourceGroup(), null, null, null, null, List.of());
    }
    findings.sort(Finding.BY_LOCATION);
    FindingMask findingMask = new FindingMask(borrowed);
    return new Result(network, findingMask.mask(findings), findingMask);
  }

  /** One reading of one directory. */
  private static final class DirectoryReading {
    private final Request request;
    private final List<Finding> findings;
    private final List<PlaceholderValue> borrowed;
    private final NodeParser parser = new NodeParser();
    private final SchemaCheck schemaCheck = new SchemaCheck();
    private @Nullable Node ownFile;

    DirectoryReading(Request request, List<Finding> findings, List<PlaceholderValue> borrowed) {
      this.request = request;
      this.findings = findings;
      this.borrowed = borrowed;
    }

    HybridNetwork network() {
      HybridNetwork network =
          new HybridNetwork(
              null,
              part(ParameterFile.VIRTUAL_NETWORK, this::ownNetwork),
              part(ParameterFile.NETWORK_SECURITY_GROUPS, SecurityGroupMapper::map),
              part(ParameterFile.VPN_GATEWAY, GatewayMapper::map),
              part(ParameterFile.EXPRESS_ROUTE_GATEWAY, GatewayMapper::map),
              circuits());
      List<Finding> ofGroups = new ArrayList<>();
      String group =
          new ResourceGroupResolver(request.resourceGroup(), ofGroups).group(network, ownFile);
      ofGroups.stream().filter(f -> isNeeded(f, network.circuits())).forEach(findings::add);
      return network.withResourceGroup(group);
    }

    private List<Circuit> circuits() {
      List<Circuit> circuits = part(ParameterFile.CIRCUIT, CircuitMapper::map);
      return circuits == null ? List.of() : circuits;
    }

    private VirtualNetwork ownNetwork(Node root) {
      VirtualNetwork network = VirtualNetworkMapper.map(root);
      ownFile = root;
      return network;
    }

    /**
     * Which group is meant also matters where only the circuits are judged, unless all have their
     * own.
     */
    private boolean isNeeded(Finding ofGroups, List<Circuit> circuits) {
      return request.judges(ofGroups)
          || (ofGroups.severity() == Severity.ERROR
              && circuits.stream().anyMatch(circuit -> circuit.resourceGroup() == null));
    }

    private <T> @Nullable T part(ParameterFile file, Function<Node, T> map) {
      Optional<Node> root = root(file);
      try {
        return root.map(map).orElse(null);
      } catch (UnreadablePartException e) {
        return null;
      }
    }

    private Optional<Node> root(ParameterFile file) {
      List<Finding> mine = isJudged(file) ? findings : new ArrayList<>();
      Path path = request.path(file);
      if (Files.notExists(path)) {
        if (isRequired(file)) {
          mine.add(ParameterFileProblems.missingFile(path));
        } else {
          ParameterFileProblems.passedOver(path).ifPresent(mine::add);
        }
        return Optional.empty();
      }
      ParameterFileProblems.besides(path).ifPresent(mine::add);
      PlaceholderResolver placeholderResolver =
          new PlaceholderResolver(request.properties(), request.environment(), mine);
      Optional<Node> resolved =
          new Utf8FileReader(path)
              .read(mine)
              .flatMap(text -> parser.parse(path.toString(), text, mine))
              .map(placeholderResolver::resolve);
      borrowed.addAll(placeholderResolver.borrowed());
      return resolved.flatMap(node -> schemaCheck.check(file, node, mine));
    }

    private boolean isJudged(ParameterFile file) {
      return request.files().judged().contains(file);
    }

    private boolean isRequired(ParameterFile file) {
      return file != ParameterFile.NETWORK_SECURITY_GROUPS
          && request.files().required().contains(file);
    }
  }
}
