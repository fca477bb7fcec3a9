package io.github.hybridnet.config;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import java.util.List;

/**
 * What was read.
 *
 * @param network what could be understood; a part whose file is missing or unreadable is null
 * @param findings what is wrong with the files themselves, by file, line and column
 * @param mask takes out of findings what may be a secret
 */
public record ConfigurationResult(HybridNetwork network, List<Finding> findings, FindingMask mask) {
  /** Copies the list. */
  public ConfigurationResult {
    findings = List.copyOf(findings);
  }
}
