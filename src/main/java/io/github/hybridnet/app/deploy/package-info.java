/** app.deploy. */
@NullMarked
package io.github.hybridnet.app.deploy;

import org.jspecify.annotations.NullMarked;
