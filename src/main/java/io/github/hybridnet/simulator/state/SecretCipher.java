package io.github.hybridnet.simulator.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts texts with AES-GCM, a fresh nonce for each, under a key in a file of mode 600. */
public final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final SecureRandom random = new SecureRandom();

  private SecretCipher(byte[] key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes one if the file does not exist.
   *
   * @throws BrokenFileException if the file does not hold a key
   */
  public static SecretCipher keyIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      PrivateFiles.write(file, Base64.getEncoder().encode(fresh));
      return new SecretCipher(fresh);
    }
    byte[] key;
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new BrokenFileException(file, "it does not hold an encryption key");
    }
    if (key.length != KEY_BYTES) {
      throw new BrokenFileException(file, "it does not hold an encryption key");
    }
    return new SecretCipher(key);
  }

  /** Encrypts a text with the key of this state. */
  String seal(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] cipherText =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + cipherText.length);
      System.arraycopy(cipherText, 0, all, NONCE_BYTES, cipherText.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
    }
  }

  /**
   * Decrypts a text that this cipher encrypted.
   *
   * @throws GeneralSecurityException if it was not encrypted with this key, or was changed
   */
  String unseal(String cipherText) throws GeneralSecurityException {
    byte[] all;
    try {
      all = Base64.getDecoder().decode(cipherText);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not Base64", e);
    }
    if (all.length < NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    byte[] plain =
        cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
            .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Another key, for another purpose, that follows from this one. */
  public byte[] derive(String purpose) {
    return sign(key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** What only the owner of the key can say of this content: it changes with each of its bytes. */
  byte[] sign(byte[] content) {
    return sign(derive("signature"), content);
  }

  private static byte[] sign(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
