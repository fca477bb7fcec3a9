/**
 * A client certificate in a PEM file, and what can be wrong with it.
 *
 * <p>Not here: certificates of servers ({@code azure.http.transport}).
 *
 * <p>Read first: {@link ClientCertificate}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.certificate;

import org.jspecify.annotations.NullMarked;
