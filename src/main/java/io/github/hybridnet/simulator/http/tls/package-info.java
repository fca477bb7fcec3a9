/**
 * The simulator's certificate, and the file by which clients trust it.
 *
 * <p>Not here: the server ({@code simulator.http}).
 *
 * <p>Read first: {@link ServerCertificates}.
 */
@NullMarked
package io.github.hybridnet.simulator.http.tls;

import org.jspecify.annotations.NullMarked;
