package io.github.hybridnet.drill.probe;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A target with its probe, ready to be sent.
 *
 * @param name its name in samples and reports
 * @param address as the user wrote it, without anything secret
 * @param probe how
 * @param host what its name stood for when the drill began; empty for a command
 */
public record ProbeTarget(String name, String address, Probe probe, Optional<InetAddress> host) {}
