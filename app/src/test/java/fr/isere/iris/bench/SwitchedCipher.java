package fr.isere.iris.bench;

import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import org.jspecify.annotations.Nullable;

/**
 * AES-GCM that can be switched off, and then copies: what a call costs less is what encryption costs. What was sealed one way opens that
 * way only. For measuring.
 */
final class SwitchedCipher extends Provider {

    private static final long serialVersionUID = 1;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String REAL = "SunJCE";

    private static volatile boolean on = true;

    SwitchedCipher() {
        super("SwitchedCipher", "1", "AES-GCM, or copies");
        put("Cipher." + TRANSFORMATION, Switched.class.getName());
    }

    /** From now on ciphers begin as AES-GCM, or as copies. */
    static void turn(boolean encrypts) {
        on = encrypts;
    }

    /** As it was switched when it began. Public, since a provider makes it by name. */
    public static final class Switched extends CipherSpi {

        private static final int TAG = 16;

        private @Nullable Cipher real;
        private boolean encrypts;

        @Override
        protected void engineInit(int mode, Key key, @Nullable AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            encrypts = mode == Cipher.ENCRYPT_MODE;
            real = null;
            if (on) {
                Cipher cipher = aes();
                cipher.init(mode, key, parameters, random);
                real = cipher;
            }
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length)
                throws IllegalBlockSizeException, BadPaddingException {
            return real == null
                    ? Arrays.copyOfRange(input, offset, offset + engineGetOutputSize(length))
                    : real.doFinal(input, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
                throws IllegalBlockSizeException, BadPaddingException {
            byte[] made = engineDoFinal(input, offset, length);
            System.arraycopy(made, 0, output, at, made.length);
            return made.length;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return real == null ? length + (encrypts ? TAG : -TAG) : real.getOutputSize(length);
        }

        @Override
        protected void engineUpdateAAD(byte[] data, int offset, int length) {
            if (real != null) {
                real.updateAAD(data, offset, length);
            }
        }

        @Override
        protected void engineUpdateAAD(ByteBuffer data) {
            if (real != null) {
                real.updateAAD(data);
            }
        }

        private static Cipher aes() {
            try {
                return Cipher.getInstance(TRANSFORMATION, REAL);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, @Nullable AlgorithmParameters parameters, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineGetIV() {
            return new byte[12];
        }

        @Override
        protected @Nullable AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected int engineGetBlockSize() {
            return TAG;
        }

        @Override
        protected void engineSetMode(String mode) {
            // One mode.
        }

        @Override
        protected void engineSetPadding(String padding) {
            // One padding.
        }
    }
}
