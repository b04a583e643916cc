/** The part of the Barcode Detection API that is used here; TypeScript doesn’t know it yet. */
type Detector = { detect(source: HTMLCanvasElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
};

const isDetectorClass = (data: unknown): data is DetectorClass => typeof data === 'function';

/** Finds a QR code in a picture; undefined where there is none. */
export type ReadQr = (canvas: HTMLCanvasElement) => Promise<string | undefined>;

async function systemReader(): Promise<ReadQr | undefined> {
	try {
		const Detector: unknown = 'BarcodeDetector' in window ? window.BarcodeDetector : undefined;
		if (!isDetectorClass(Detector) || !(await Detector.getSupportedFormats()).includes('qr_code'))
			return undefined;
		const detector = new Detector({ formats: ['qr_code'] });
		return async (canvas) => (await detector.detect(canvas))[0]?.rawValue;
	} catch {
		return undefined;
	}
}

async function ownReader(): Promise<ReadQr> {
	const { default: decodeQR } = await import('qr/decode.js');
	return async (canvas) => {
		const { width, height } = canvas;
		const picture = canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height);
		try {
			return picture && decodeQR(picture);
		} catch {
			// No code in this picture.
			return undefined;
		}
	};
}

/** The system’s reader where there is one, else our own, which is loaded now. What the system misses, ours tries. */
export async function loadQrReader(): Promise<ReadQr> {
	const system = await systemReader();
	if (!system) return ownReader();
	let own: ReadQr | undefined;
	return async (canvas) => {
		const found = await system(canvas).catch(() => undefined);
		if (found !== undefined) return found;
		own ??= await ownReader();
		return own(canvas);
	};
}

/** The sizes in which a picture is tried, in pixels of its longer side: large ones blur less, small ones have less noise. */
const sizes = [1600, 1000, 640];

/** Finds a QR code in a picture file; undefined where there is none or the file is no picture. */
export async function readQrFile(file: Blob): Promise<string | undefined> {
	let picture: ImageBitmap;
	try {
		picture = await createImageBitmap(file);
	} catch {
		return undefined;
	}
	const read = await loadQrReader();
	const canvas = document.createElement('canvas');
	for (const size of sizes) {
		const scale = Math.min(1, size / Math.max(picture.width, picture.height));
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
		const found = await read(canvas);
		if (found !== undefined) return found;
	}
	return undefined;
}
