// The sound of a new inquiry, for those who switched it on. The choice stays in the browser.

const soundButton = document.getElementById('sound-button');
let sound = localStorage.getItem('callboard-sound') === 'on';
function showSound() {
  soundButton.textContent = sound ? 'Sound on' : 'Sound off';
  soundButton.setAttribute('aria-pressed', String(sound));
}
soundButton.addEventListener('click', () => {
  sound = !sound;
  localStorage.setItem('callboard-sound', sound ? 'on' : 'off');
  showSound();
  if (sound) play();
});
function play() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 740;
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.5);
}
export const ring = () => { if (sound) play(); };
showSound();
