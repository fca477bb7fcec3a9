/** app.destroy. */
@NullMarked
package io.github.hybridnet.app.destroy;

import org.jspecify.annotations.NullMarked;
