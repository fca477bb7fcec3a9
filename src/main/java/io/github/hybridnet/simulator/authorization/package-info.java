/**
 * Who may do what: management locks, permissions and policies.
 *
 * <p>Not here: tokens and who is signed in ({@code simulator.identity}).
 *
 * <p>Read first: {@link AuthorizationModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.authorization;

import org.jspecify.annotations.NullMarked;
