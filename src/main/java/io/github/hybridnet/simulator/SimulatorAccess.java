package io.github.hybridnet.simulator;

import java.net.URI;
import java.nio.file.Path;

/**
 * How to reach a running simulator.
 *
 * @param endpoint its address, without a slash at the end
 * @param caCertificate the PEM file of the authority that signed its certificate
 * @param credentials how to sign in
 */
public record SimulatorAccess(URI endpoint, Path caCertificate, SimulatorCredentials credentials) {}
